// Reads the text of a page aloud with a voice that lives on this device, so that nothing is sent anywhere. The
// button stays hidden until there is such a voice for the language of the title.
const synth = window.speechSynthesis;
const box = document.querySelector("[data-aloud]");
const [start, stop] = box.querySelectorAll("button");
const word = start.querySelector("span");
const words = { still: word.textContent, reading: start.dataset.pause, paused: start.dataset.resume };
const main = box.closest("main");

const NOT_READ =
  "nav, form, button, script, style, template, svg, iframe, video, .embed, .related, [hidden], [aria-hidden=true], [data-aloud]";
const LONGEST = 220; // letters: some voices fall silent after a quarter of a minute
const NOT_THE_END = /(^|[\s(])(\d{1,2}|\p{L}|bzw|ca|Dr|Nr|Str|Tel|usw|вул|тел)\.\s*$/u;

// A rule that no other page needs, and that older browsers and checkers do not know.
const marks = Boolean(window.Highlight && window.CSS?.highlights && document.adoptedStyleSheets);
if (marks) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("::highlight(aloud) { color: var(--on-sun); background-color: var(--sun) }");
  document.adoptedStyleSheets.push(sheet);
}

let sentences = [];
let place = 0;
let state = "still";
let speaking = null;

const base = (language) => language.toLowerCase().split(/[-_]/)[0];

function voiceFor(language) {
  const own = (synth?.getVoices() ?? []).filter((voice) => voice.localService && base(voice.lang) === base(language));
  const exact = own.find((voice) => voice.lang.replace("_", "-") === language);
  return exact ?? own.find((voice) => voice.default) ?? own[0];
}

const languageOf = (node) => node.closest("[lang]").lang;

function isRead(element) {
  if (element.matches(NOT_READ)) return false;
  return element.checkVisibility?.({ visibilityProperty: true }) ?? element.getClientRects().length > 0;
}

// Pieces of text that belong together: in one paragraph, cell or line, and in one language.
function chunks() {
  const found = [];
  let last = {};
  const walk = (element, block, language) => {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (last.block !== block || last.language !== language) found.push((last = { block, language, nodes: [] }));
        last.nodes.push(node);
      } else if (node.nodeName === "BR") last = {};
      else if (node.nodeType === Node.ELEMENT_NODE && isRead(node)) {
        const flows = ["inline", "contents"].includes(getComputedStyle(node).display);
        walk(node, flows ? block : node, node.lang || language);
        if (!flows) last = {};
      }
    }
  };
  walk(main, main, languageOf(main));
  return found;
}

// Where the sentences of a text begin and end.
function* cuts(text, language) {
  const parts = window.Intl?.Segmenter
    ? Array.from(new Intl.Segmenter(language, { granularity: "sentence" }).segment(text), (part) => part.segment)
    : text.match(/[^.!?؟。]+[.!?؟。]*\s*/gu) ?? [];
  let from = 0;
  let to = 0;
  for (const [number, part] of parts.entries()) {
    to += part.length;
    if (number < parts.length - 1 && NOT_THE_END.test(text.slice(from, to))) continue;
    while (to - from > LONGEST) {
      const piece = text.slice(from, from + LONGEST);
      const end = piece.search(/[,;:،؛–]\s[^,;:،؛–]*$/u) + 1 || Math.max(piece.lastIndexOf(" "), 0) || LONGEST;
      yield [from, from + end];
      from += end;
    }
    yield [from, to];
    from = to;
  }
}

function rangeOf(nodes, from, to) {
  const range = new Range();
  let passed = 0;
  let begun = false;
  for (const node of nodes) {
    const next = passed + node.length;
    if (!begun && from < next) {
      range.setStart(node, from - passed);
      begun = true;
    }
    if (to <= next) {
      range.setEnd(node, to - passed);
      break;
    }
    passed = next;
  }
  return range;
}

function collect() {
  const found = [];
  for (const { block, language, nodes } of chunks()) {
    const voice = voiceFor(language);
    const text = nodes.map((node) => node.data).join("");
    if (!voice || !/[\p{L}\p{N}]/u.test(text)) continue;
    for (const [from, to] of cuts(text, language)) {
      const said = text.slice(from, to).replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
      const lead = text.slice(from, to).search(/\S/);
      if (/[\p{L}\p{N}]/u.test(said)) found.push({ said, voice, language, block, range: rangeOf(nodes, from + lead, to) });
    }
  }
  return found;
}

function isInSight({ range }) {
  const shown = range.getBoundingClientRect();
  return shown.bottom > 0 && shown.top < innerHeight;
}

function show(sentence, before) {
  hide();
  if (marks) CSS.highlights.set("aloud", new Highlight(sentence.range));
  else sentence.block.classList.add("aloud-here");
  // Who has scrolled elsewhere is left in peace.
  const follows = !matchMedia("(prefers-reduced-motion: reduce)").matches && (!before || isInSight(before));
  if (follows && !isInSight(sentence)) sentence.range.startContainer.parentElement.scrollIntoView({ block: "center" });
}

function hide() {
  window.CSS?.highlights?.delete("aloud");
  for (const block of document.querySelectorAll(".aloud-here")) block.classList.remove("aloud-here");
}

function speak(before) {
  const sentence = sentences[place];
  if (!sentence) return finish();
  show(sentence, before);
  const utterance = new SpeechSynthesisUtterance(sentence.said);
  utterance.voice = sentence.voice;
  utterance.lang = sentence.voice.lang;
  if (sentence.language === "de-simple") utterance.rate = 0.85;
  utterance.onend = utterance.onerror = () => {
    if (speaking !== utterance) return;
    place += 1;
    speak(sentence);
  };
  speaking = utterance; // kept, or else a browser may forget it in the middle of a sentence
  synth.speak(utterance);
}

function become(next) {
  state = next;
  word.textContent = words[state];
  if (state === "still" && document.activeElement === stop) start.focus();
  stop.hidden = state === "still";
}

function fallSilent() {
  speaking = null;
  synth.cancel();
}

function finish() {
  fallSilent();
  hide();
  place = 0;
  become("still");
}

start.addEventListener("click", () => {
  if (state === "reading") {
    fallSilent();
    return become("paused");
  }
  if (state === "still") sentences = collect();
  become("reading");
  speak(); // after a pause the sentence is begun anew: pausing in the middle of one is not to be relied on
});
stop.addEventListener("click", finish);
addEventListener("pagehide", finish);

function offer() {
  if (state === "still") box.hidden = !voiceFor(languageOf(main.querySelector("h1")));
}

if (synth) {
  synth.onvoiceschanged = offer;
  offer();
}
