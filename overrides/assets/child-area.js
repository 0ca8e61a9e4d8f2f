// The question in which area a child lives, where the site has an area of its own: the reader's area is one of the answers.
// An edition for one area takes that area, and asks only whoever says that the child lives elsewhere.
// @ts-check

export const ELSEWHERE = "elsewhere"; // an answer that Python knows: in none of the areas that the question names
const ANOTHER = "another";
const NATIONAL = "england";

/**
 * The answer by which the rules know what was chosen.
 * @param {string} value
 */
export const meant = (value) => value === ELSEWHERE ? ANOTHER : value;

/**
 * Names the area of the site among the answers.
 * @param {HTMLElement} form
 * @param {{key: string, name: string}} area the area chosen on the page
 * @param {boolean} alone the site offers no other
 */
export function offer(form, area, alone) {
  const question = /** @type {HTMLElement | null} */ (form.querySelector('[data-question="area"]'));
  if (!question) return;
  const own = named(question, area);
  if (!alone || !own) return;
  if (!question.querySelector("details")) fold(question, area.name);
  if (!question.querySelector("input:checked")) own.checked = true;
}

/**
 * Gives the answer that stands for the area of the site; none where the site is for England. Where the question does not
 * name the area, it takes the place of “another area”, and a further answer says that the child lives elsewhere.
 * @param {HTMLElement} question
 * @param {{key: string, name: string}} area
 */
function named(question, area) {
  const another = /** @type {HTMLInputElement} */ (question.querySelector(`input[value="${ANOTHER}"]`));
  const choice = /** @type {HTMLElement} */ (another.parentElement);
  const label = /** @type {HTMLElement} */ (choice.querySelector("label"));
  question.dataset.another ??= label.textContent ?? "";
  const further = question.querySelector(`input[value="${ELSEWHERE}"]`);
  const known = /** @type {HTMLInputElement | null} */ (question.querySelector(`input[value="${area.key}"]`));
  if (known || area.key === NATIONAL) {
    further?.parentElement?.remove();
    label.textContent = question.dataset.another;
    return known;
  }
  label.textContent = area.name;
  if (!further) {
    const copy = /** @type {HTMLElement} */ (choice.cloneNode(true));
    const input = /** @type {HTMLInputElement} */ (copy.querySelector("input"));
    const words = /** @type {HTMLLabelElement} */ (copy.querySelector("label"));
    input.value = ELSEWHERE;
    input.checked = false;
    input.id = words.htmlFor = `${another.id}-${ELSEWHERE}`;
    words.textContent = question.dataset.another;
    choice.after(copy);
  }
  return another;
}

/**
 * Says which area it is, and folds the question.
 * @param {HTMLElement} question
 * @param {string} name
 */
function fold(question, name) {
  const legend = /** @type {HTMLElement} */ (question.querySelector("legend"));
  const said = document.createElement("p");
  const folded = document.createElement("details");
  const summary = document.createElement("summary");
  legend.textContent = "The child’s area";
  said.textContent = `This site is for ${name}, and the answers are for a child who lives there.`;
  summary.textContent = "The child lives elsewhere, or you do not know";
  folded.className = "fold";
  folded.append(summary, ...[...question.children].filter((part) => part !== legend && !part.matches(".calculator__error")));
  question.append(said, folded);
}
