"""Articles that the reader tests write to disk."""

from __future__ import annotations

GERMAN = (
    "Nordkai verkauft 30 Prozent an Lindgren\n\n"
    "Der Hafenbetreiber Nordkai gibt 30 Prozent seiner Anteile ab. Der Käufer zahlt 210 Millionen Euro.\n"
    "Die 840 Beschäftigten behalten ihre Stellen, versprach der Vorstand am Dienstag in Kiel."
)
RUSSIAN = (
    "«Северный порт» продаёт 30% акций\n\n"
    "Портовый оператор «Северный порт» продаёт 30% акций. Покупатель заплатит 210 млн евро.\n"
    "Все 840 сотрудников сохранят рабочие места, пообещало правление во вторник."
)
ENGLISH = (
    "Northquay sells 30 per cent to Lindgren\n\n"
    "The port operator Northquay is selling 30 per cent of its shares. The buyer will pay 210 million euros.\n"
    "All 840 employees keep their jobs, the board promised on Tuesday."
)
SERBIAN = (
    "Влада је у уторак саопштила да ће нова фабрика запослити двеста људи. "
    "Радови почињу на пролеће, а вредност улагања још није позната."
)
