// Carries answers from one calculator to another that asks the same, in this page's memory. A calculator that is not on
// the page is fetched from its own and put below, with the sources that it cites.

export async function carry(from, name, keys) {
  const to = document.querySelector(`hsb-calculator[data-guide="${name}"]`) ?? await bring(from, name);
  for (const key of keys) {
    for (const given of from.querySelectorAll(`form [name="${key}"]`)) {
      const kind = given.type === "text" ? '[type="text"]' : `[value="${given.value}"]`;
      const field = to.querySelector(`form [name="${key}"]${kind}`);
      if (!field) continue; // an answer that only the first one offers
      field.value = given.value;
      field.checked = given.checked;
    }
  }
  return to;
}

async function bring(from, name) {
  const address = new URL(`calculators/${name}/`, document.querySelector(".frame__name").href);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`status ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const list = document.querySelector(".source-list");
  for (const unit of page.querySelectorAll(".source-list > li")) {
    if (document.getElementById(unit.id)) continue;
    for (const link of unit.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address);
    list?.append(document.importNode(unit, true));
  }
  const heading = document.createElement("h2");
  heading.textContent = page.querySelector("h1").textContent;
  const calculator = document.importNode(page.querySelector(`hsb-calculator[data-guide="${name}"]`), true);
  from.after(heading, calculator);
  return calculator;
}
