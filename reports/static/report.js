"use strict";
(() => {
  const form = document.querySelector(".filters");
  const cards = [...document.querySelectorAll(".finding")];
  const apply = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const text = wanted.text.trim().toLocaleLowerCase();
    let shown = 0;
    for (const card of cards) {
      const fits = (!wanted.verdict || card.dataset.verdict === wanted.verdict)
        && (!wanted.kind || card.dataset.kind === wanted.kind)
        && (!wanted.language || card.dataset.languages.split(" ").includes(wanted.language))
        && (!text || card.textContent.toLocaleLowerCase().includes(text));
      card.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    form.querySelector("output").textContent = `${shown} of ${cards.length} shown`;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
