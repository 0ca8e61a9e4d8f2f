// Prints the chapters that the reader chose, one after the other: each is fetched from this site and printed with the rest.

import { printAlone } from "./download.js";

const form = document.querySelector(".print-choice");
const status = form.querySelector("[role=status]");
if (location.protocol !== "file:") form.querySelectorAll("[hidden]").forEach((one) => { one.hidden = false; });

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const chosen = [...form.querySelectorAll("input:checked")].map((box) => box.value);
  if (!chosen.length) {
    status.textContent = "Choose one or more chapters, then print.";
    return;
  }
  status.textContent = "Fetching the chapters.";
  try {
    const together = document.createElement("div");
    together.className = "md-typeset";
    together.append(...(await Promise.all(chosen.map(chapter))));
    status.textContent = "";
    printAlone(together, "chosen-sheet");
  } catch {
    status.textContent = "A chapter could not be fetched. Check your connection and try again, or open the chapter and print it there.";
  }
});

async function chapter(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  const article = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("content");
  article.className = "chosen md-content__inner md-typeset";
  for (const fold of article.querySelectorAll("details")) fold.open = true;
  for (const link of article.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), answer.url).href;
  for (const named of [article, ...article.querySelectorAll("[id]")]) named.removeAttribute("id");
  return document.adoptNode(article);
}
