/* The form of a newsletter: counts what mail programs show of a subject, and keeps the focus on the button that
   moves an entry. Without this script the help says how long is long. */

const script = document.querySelector("script[src*='newsletter'][data-count]");

function count(input) {
  const most = Number(input.dataset.counted);
  const said = Object.assign(document.createElement("p"), { className: "desk-count", id: `${input.id}-count` });
  const number = document.createElement("span");
  const warning = Object.assign(document.createElement("strong"), { role: "status" });
  said.append(number, " ", warning);
  input.after(said);
  input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), said.id].filter(Boolean).join(" "));
  const tell = () => {
    const length = [...input.value].length;
    number.textContent = script.dataset.count.replace("{number}", length).replace("{most}", most);
    const words = length > most ? script.dataset.long : "";
    if (warning.textContent !== words) warning.textContent = words;
  };
  input.addEventListener("input", tell);
  tell();
}

function moved(event) {
  const button = event.target.closest("[data-inline-panel-child-move-up], [data-inline-panel-child-move-down]");
  if (!button) return;
  const item = button.closest("[data-inline-panel-child]");
  item.querySelector('[name$="-ORDER"]').dispatchEvent(new Event("change", { bubbles: true }));
  const other = [...item.querySelectorAll("[data-inline-panel-child-move-up], [data-inline-panel-child-move-down]")];
  (button.disabled ? other.find((each) => !each.disabled) : button)?.focus();
}

document.querySelectorAll("input[data-counted]").forEach(count);
document.getElementById("id_items-FORMS")?.addEventListener("click", moved);
