"""Scripts that turn CLDR data into the tables that `claims` ships."""
