/* The writing helper beside the form of a page: sends its texts while one types, lists what the server finds
   in them, and puts a proposal in its place at a click. Nothing is kept, and nothing is in the way of saving. */

const PAUSE = 900;
const NARROW = 800;
const helper = document.querySelector("[data-plainly]");
const panel = helper?.closest("[data-side-panel]");
const form = document.querySelector("form[data-edit-form]") ?? document.getElementById("page-edit-form");
const list = helper?.querySelector("[data-plainly-findings]");
const state = helper?.querySelector("[data-plainly-state]");
const counter = document.querySelector('[data-side-panel-toggle="plainly"] [data-side-panel-toggle-counter]');
const TEXTS = new Set(helper?.dataset.texts.split(" "));
const PICTURES = ["picture", "gallery"];
let fields = [];
let told = "";
let waiting;
let turn = 0;

/* Characters of JavaScript are halves of some letters; the server counts letters. */
const letters = (text, units) => [...text.slice(0, units)].length;
const units = (text, letters) => [...text].slice(0, letters).join("").length;

function isDeleted(name) {
  for (const match of name.matchAll(/-\d+(?=-)/g)) {
    const block = name.slice(0, match.index + match[0].length);
    if (form.elements[`${block}-deleted`]?.value === "1") return true;
  }
  return false;
}

function labelOf(element) {
  const box = element.closest(".w-panel");
  const panelHeading = box?.querySelector(".c-sf-block__type, [data-panel-heading-text]");
  const label = element.id && form.querySelector(`label[for="${CSS.escape(element.id)}"]`);
  const words = [panelHeading, label].map((each) => each?.textContent.replace("*", "").trim()).filter(Boolean);
  return [...new Set(words)].join(" · ") || element.name;
}

function richParts(editor) {
  const parts = [];
  editor.getEditorState().getCurrentContent().getBlockMap().forEach((block) => {
    const text = block.getText();
    if (!text.trim() || block.getType() === "atomic") return;
    const kind = block.getType().startsWith("header") ? "heading" : block.getType().includes("list") ? "item" : "paragraph";
    const bold = [];
    block.findStyleRanges(
      (character) => character.hasStyle("BOLD"),
      (start, end) => bold.push([letters(text, start), letters(text, end)]),
    );
    parts.push({ key: block.getKey(), text, kind, bold });
  });
  return parts;
}

function isHeading(name) {
  const block = name.match(/^(.*-\d+)-value-text$/)?.[1];
  return name === "title" || (block && form.elements[`${block}-type`]?.value === "heading");
}

function read(element) {
  const { name, type, value } = element;
  if (!TEXTS.has(name.split("-")[0]) || isDeleted(name)) return null;
  if (element.draftailEditor) return richParts(element.draftailEditor);
  if (type === "hidden") return PICTURES.includes(value) && name.endsWith("-type") ? [{ text: "", kind: "picture" }] : null;
  const isText = (type === "textarea" || type === "text") && !element.hasAttribute("data-draftail-input");
  const isSpecial = /w-(date|tag|slug)/.test(element.dataset.controller ?? "");
  return isText && !isSpecial && value.trim() ? [{ text: value, kind: isHeading(name) ? "heading" : "paragraph" }] : null;
}

function gather() {
  return [...form.querySelectorAll("textarea[name], input[name]:is([type=text], [type=hidden])")]
    .map((element) => ({ element, parts: read(element) }))
    .filter(({ parts }) => parts?.length)
    .map(({ element, parts }) => ({ element, parts, label: labelOf(element) }));
}

function show(answer) {
  const place = [...list.querySelectorAll(".plainly-finding")].findIndex((each) => each.contains(document.activeElement));
  list.innerHTML = answer.html;
  list.querySelectorAll("[data-plainly-bold]").forEach((button) => {
    button.hidden = !fields[button.parentElement.dataset.field]?.element.draftailEditor;
  });
  if (state.textContent !== answer.summary) state.textContent = answer.summary;
  if (counter) {
    counter.textContent = answer.errors;
    counter.hidden = !answer.errors;
  }
  if (place >= 0) {
    const findings = list.querySelectorAll(".plainly-finding");
    findings[Math.min(place, findings.length - 1)]?.querySelector("button:not([hidden])")?.focus();
  }
}

async function tell() {
  if (panel.hidden && !("strict" in helper.dataset)) return;
  const now = gather();
  const sent = JSON.stringify(now.map(({ label, parts }) => ({ label, parts })));
  if (sent === told) return;
  told = sent;
  const mine = ++turn;
  const body = new FormData();
  body.append("language", helper.dataset.language);
  body.append("fields", sent);
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  try {
    const answer = await fetch(helper.dataset.address, { method: "POST", body });
    if (mine !== turn) return;
    fields = now;
    if (answer.ok) show(await answer.json());
    else state.textContent = answer.status === 413 ? helper.dataset.tooLong : helper.dataset.failed;
  } catch {
    told = "";
    state.textContent = helper.dataset.failed;
  }
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(tell, PAUSE);
}

/* The place that a button means, if it still reads as it did: in an input, or in a block of rich text. */
function placeOf(button) {
  const { field, part, start, end, marked } = button.parentElement.dataset;
  const found = fields[field];
  const seen = found?.parts[part];
  if (!seen || !found.element.isConnected) return null;
  const from = units(seen.text, start);
  const to = units(seen.text, end);
  const editor = found.element.draftailEditor;
  const content = editor?.getEditorState().getCurrentContent();
  const text = editor ? content.getBlockForKey(seen.key)?.getText() : found.element.value;
  return text?.slice(from, to) === marked ? { element: found.element, editor, content, key: seen.key, from, to } : null;
}

const selection = ({ key, from, to }) =>
  window.DraftJS.SelectionState.createEmpty(key).merge({ anchorOffset: from, focusOffset: to });

function accept(place, words) {
  if (place.editor) {
    const { EditorState, Modifier } = window.DraftJS;
    const block = place.content.getBlockForKey(place.key);
    const style = block.getInlineStyleAt(place.from);
    const next = Modifier.replaceText(place.content, selection(place), words, style, block.getEntityAt(place.from));
    place.editor.onChange(EditorState.push(place.editor.getEditorState(), next, "insert-characters"));
  } else {
    place.element.setRangeText(words, place.from, place.to, "end");
    place.element.dispatchEvent(new Event("input", { bubbles: true }));
    place.element.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function embolden(place) {
  const { EditorState, Modifier } = window.DraftJS;
  const next = Modifier.applyInlineStyle(place.content, selection(place), "BOLD");
  place.editor.onChange(EditorState.push(place.editor.getEditorState(), next, "change-inline-style"));
}

function reveal(element) {
  const tab = element.closest("[role=tabpanel][hidden]");
  if (tab) document.querySelector(`[role=tab][href="#${tab.id}"], [aria-controls="${tab.id}"]`)?.click();
  for (let box = element.closest(".w-panel"); box; box = box.parentElement.closest(".w-panel")) {
    box.querySelector('[data-panel-toggle][aria-expanded="false"]')?.click();
  }
  if (window.innerWidth < NARROW) document.querySelector("[data-form-side-close-button]")?.click();
}

function goTo(place) {
  reveal(place.element);
  if (place.editor) {
    const { EditorState } = window.DraftJS;
    place.editor.onChange(EditorState.forceSelection(place.editor.getEditorState(), selection(place)));
    place.element.closest("[data-field-wrapper], .w-field")?.scrollIntoView({ block: "center" });
  } else {
    place.element.focus();
    place.element.setSelectionRange(place.from, place.to);
    place.element.scrollIntoView({ block: "center" });
  }
}

function press({ target }) {
  const button = target.closest("button");
  if (!button) return;
  const place = placeOf(button);
  if (!place) {
    told = "";
    tell();
  } else if ("plainlyShow" in button.dataset) {
    goTo(place);
  } else {
    if ("plainlyBold" in button.dataset) embolden(place);
    else accept(place, button.dataset.plainlyAccept);
    state.textContent = helper.dataset.done;
    setTimeout(tell);
  }
}

if (helper && form) {
  for (const event of ["input", "change", "keyup", "click"]) form.addEventListener(event, later);
  panel.addEventListener("show", later);
  list.addEventListener("click", press);
  later();
}
