"use strict";
// What the page does beyond showing itself: theme, filters, opening claims, and looking up answers along the slider.
// Nothing is evaluated here: each cell's answers were worked out beforehand, with the number of users from which on each holds.

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const data = JSON.parse(one("#data").textContent);
const grouped = (number) => number.toLocaleString("en-US");
const root = document.documentElement;

root.classList.add("js");
for (const tool of all("#theme, .filters, .users")) tool.hidden = false;

// theme: the system's until the button is pressed

const theme = one("#theme");
const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const showTheme = () => theme.setAttribute("aria-pressed", isDark());
theme.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  showTheme();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
showTheme();

// claims: a card opens by its heading, by its number in the text, or by the words it is marked on

const cards = new Map(all(".card").map((card) => [card.dataset.claim, card]));

function setOpen(card, open) {
  card.classList.toggle("open", open);
  one("button", card).setAttribute("aria-expanded", open);
}

function select(numbers) {
  if (numbers.every((number) => cards.get(number)?.hidden)) showAll();
  for (const marked of all(".current")) marked.classList.remove("current");
  const chosen = numbers.map((number) => cards.get(number)).filter((card) => card && !card.hidden);
  for (const card of chosen) {
    card.classList.add("current");
    setOpen(card, true);
  }
  for (const mark of all("mark")) {
    mark.classList.toggle("current", mark.dataset.claims.split(" ").some((number) => numbers.includes(number)));
  }
  if (chosen.length) {
    one("button", chosen[0]).focus({ preventScroll: true });
    chosen[0].scrollIntoView({ block: "nearest" });
  }
}

for (const card of cards.values()) {
  setOpen(card, false);
  one("button", card).addEventListener("click", () => {
    if (card.classList.contains("open")) setOpen(card, false);
    else select([card.dataset.claim]);
  });
}
for (const mark of all("mark")) {
  mark.addEventListener("click", () => select(mark.dataset.claims.split(" ")));
}
for (const link of all("a[href^='#claim-']")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    select([link.getAttribute("href").replace("#claim-", "")]);
  });
}
// filters: a claim is shown if it has every value that is asked for

const filters = all("[data-filter]");

function filter() {
  const wanted = filters.filter((each) => each.value !== "");
  let shown = 0;
  for (const card of cards.values()) {
    card.hidden = !wanted.every((each) => card.getAttribute(`data-by-${each.dataset.filter}`).split(" ").includes(each.value));
    shown += !card.hidden;
  }
  for (const place of all("sup a, .time a, tr[data-claim]")) place.classList.toggle("off", cards.get(place.dataset.claim).hidden);
  for (const mark of all("mark")) recolour(mark);
  one("#shown").textContent = `${shown} of ${cards.size} claims`;
}

function recolour(mark) {
  const left = mark.dataset.claims.split(" ").map((number) => cards.get(number)).filter((card) => !card.hidden);
  const gravest = data.statuses.find((status) => left.some((card) => card.dataset.status === status));
  mark.className = gravest ? `${gravest}${left.length > 1 ? " many" : ""}` : "plain";
}

function showAll() {
  for (const each of filters) each.value = "";
  filter();
}

one(".filters").addEventListener("change", filter);
one(".filters").addEventListener("reset", showAll);
if (location.hash.startsWith("#claim-")) select([location.hash.replace("#claim-", "")]);

// users: the slider goes by size, the number is exact, the answer is that of the piece in which the number lies

const PER_STEP = 10 / 1000; // a step of the slider is a hundredth of a power of ten, up to ten thousand million
const bySize = (step) => (step === 0 ? 0 : Number((10 ** (step * PER_STEP)).toPrecision(3)));
const stepOf = (users) => (users < 1 ? 0 : Math.min(Math.round(Math.log10(users) / PER_STEP), 1000));
const cells = all("[data-cell]").map((cell) => [one("button", cell), data.cells[cell.dataset.cell]]);

function show(button, number) {
  const [outcome, sign, word, clause] = data.answers[number];
  const changed = button.getAttribute("popovertarget") !== `answer-${number}`;
  button.className = `cell ${outcome}${changed ? " changed" : ""}`;
  button.setAttribute("popovertarget", `answer-${number}`);
  one(".sign", button).textContent = sign;
  one(".word", button).textContent = word;
  one(".clause", button).textContent = clause;
  return changed;
}

function ask(users) {
  const changed = cells.filter(([button, steps]) => show(button, steps.findLast(([low]) => low <= users)[1])).length;
  for (const count of all("[data-count]")) count.textContent = grouped(users);
  one("#slider").setAttribute("aria-valuetext", `${grouped(users)} users`);
  one("#moved").textContent = `${changed} of ${cells.length} answers changed`;
}

function setUsers(users) {
  one("#users").value = grouped(users);
  one("#slider").value = stepOf(users);
  one("#users-fault").textContent = "";
  ask(users);
}

function readUsers() {
  const digits = one("#users").value.replace(/[\s,._']/g, "");
  const users = Number(digits);
  const right = /^\d+$/.test(digits) && Number.isSafeInteger(users);
  one("#users").setAttribute("aria-invalid", !right);
  one("#users-fault").textContent = right ? "" : "not a count; write a whole number such as 700,000,000";
  if (!right) return;
  one("#slider").value = stepOf(users);
  ask(users);
}

if (cells.length) {
  one("#users").addEventListener("input", readUsers);
  one("#users").addEventListener("change", () => one("#users").getAttribute("aria-invalid") === "true" || setUsers(Number(one("#users").value.replace(/\D/g, ""))));
  one("#slider").addEventListener("input", (event) => setUsers(bySize(event.target.valueAsNumber)));
  one(".users").addEventListener("submit", (event) => event.preventDefault());
  for (const turn of all("[data-users]")) turn.addEventListener("click", () => setUsers(Number(turn.dataset.users)));
  setUsers(data.start);
  one("#moved").textContent = "";
}

for (const button of all(".cell")) {
  button.addEventListener("click", () => {
    const cell = button.closest("td");
    const title = [...one("thead", cell.closest("table")).rows[0].cells[cell.cellIndex].childNodes].map((part) => part.textContent).join(", ");
    const name = one("th", cell.parentElement).firstChild.textContent;
    one(".asked", document.getElementById(button.getAttribute("popovertarget"))).textContent = `: ${name}, ${title}`;
  });
}
