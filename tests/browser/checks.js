// The part of the inspector's checks that runs inside the page. Each function answers with a list of faults.
window.inspector = {
  overflows() {
    const width = document.documentElement.clientWidth;
    const faults = [];
    const whole = document.scrollingElement.scrollWidth;
    if (whole > width) faults.push(`the page is ${whole} wide in a window of ${width}`);
    const scrolls = (node) => {
      for (; node && node !== document.body; node = node.parentElement)
        if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(node).overflowX)) return true;
      return false;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const words = text.data.trim().slice(0, 40);
      if (!words || !text.parentElement.checkVisibility() || scrolls(text.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects())
        if (box.width > 1 && box.height > 1 && (box.right > width + 1 || box.left < -1))
          faults.push(`"${words}" reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
    return faults;
  },

  spaceOut() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },

  cutTexts() {
    return [...document.querySelectorAll("body *")]
      .filter((node) => {
        if (!node.checkVisibility() || !node.innerText?.trim()) return false;
        if (!["hidden", "clip"].includes(getComputedStyle(node).overflowY)) return false;
        return node.clientHeight > 2 && node.scrollHeight > node.clientHeight + 2;
      })
      .map((node) => `${node.tagName}.${node.className} cuts off "${node.innerText.trim().slice(0, 40)}"`);
  },

  smallTargets(smallest) {
    return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
      .filter((node) => node.checkVisibility({ visibilityProperty: true }))
      .filter((node) => getComputedStyle(node).display !== "inline" && !node.matches(".skip-links a"))
      .map((node) => [node, node.getBoundingClientRect()])
      .filter(([, box]) => box.width < smallest || box.height < smallest)
      .map(([node, box]) => {
        const name = (node.innerText || node.name || "").slice(0, 30);
        return `"${name}" is ${Math.round(box.width)} by ${Math.round(box.height)}`;
      });
  },

  numberControls() {
    const controls =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"], iframe, video[controls]';
    return [...document.querySelectorAll(controls)]
      .filter((node) => node.checkVisibility({ visibilityProperty: true }))
      .filter((node) => !node.disabled && !node.closest("[inert]"))
      .filter((node) => node.matches("summary") || !node.closest("details:not([open])"))
      .filter((node, _place, all) => {
        // Of a choice between radio buttons Tab reaches one; the arrow keys reach the others.
        if (node.type !== "radio") return true;
        const group = all.filter((other) => other.type === "radio" && other.name === node.name && other.form === node.form);
        return node === (group.find((other) => other.checked) ?? group[0]);
      })
      .map((node, number) => {
        node.dataset.walk = number;
        return number;
      });
  },

  setOut() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*, ::before, ::after {
      animation: none !important; transition: none !important; caret-color: transparent !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    window.getSelection().removeAllRanges();
    document.activeElement.blur();
  },

  stop() {
    const control = document.activeElement;
    control.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = control.getBoundingClientRect();
    return {
      number: control.dataset.walk ?? null,
      isDate: control.matches("input[type=date]"),
      box: { left, top, width, height, scrolledX: window.scrollX, scrolledY: window.scrollY },
    };
  },

  rest() {
    this.walked = document.activeElement;
    this.walked.blur();
  },

  goOn() {
    this.walked.focus({ preventScroll: true });
  },
};
