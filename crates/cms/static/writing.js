// What helps while somebody writes: tokens at the cursor, corrections put into their field, and
// the key that leads to the search box.
(() => {
  const isText = (element) =>
    element?.form && (element.tagName === "TEXTAREA" || (element.tagName === "INPUT" && element.type === "text"));

  // --- [data-insert="link::"]: inserts a token into the field in which somebody wrote last.
  let last = null;
  document.addEventListener("focusin", (event) => {
    if (isText(event.target)) last = event.target;
  });

  // Through the editing command, so that the browser's own undo takes it back.
  const type = (field, from, to, text) => {
    field.focus();
    field.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, from, to, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };

  // Before the selected address, or at the cursor; a space parts it from the word before.
  const insert = (token) => {
    const field = isText(last) && last.isConnected ? last : document.querySelector("form textarea[lang]");
    if (!field) return;
    const { selectionStart: from, selectionEnd: to, value } = field;
    const space = from > 0 && !/\s/.test(value[from - 1]) ? " " : "";
    type(field, from, to, space + token + value.slice(from, to).trim());
  };

  // A click must not take the cursor out of the field.
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest?.("[data-insert]")) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-insert]");
    if (button) insert(button.dataset.insert);
  });
  document.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if (key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && document.querySelector("[data-insert]")) {
      if (!isText(event.target)) return;
      event.preventDefault();
      insert(event.shiftKey ? "image::" : "link::");
    } else if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
      const box = document.getElementById("search-all");
      if (!box) return;
      event.preventDefault();
      box.focus();
      box.select();
    }
  });

  // --- [data-fix="FIELD:CHECK"] in [data-toolbox="ADDRESS"]: asks the service to correct what
  // stands in the form now, and puts the answer into the field.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-fix]");
    const panel = button?.closest("[data-toolbox]");
    const form = panel && document.getElementById(panel.dataset.form);
    if (!form) return;
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    body.set("fix", button.dataset.fix);
    button.disabled = true;
    const answer = await fetch(panel.dataset.toolbox, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
    button.disabled = false;
    if (!answer?.ok) return;
    for (const [name, text] of Object.entries((await answer.json()).fixed ?? {})) {
      const field = form.elements.namedItem(name);
      if (field) type(field, 0, field.value.length, text);
    }
  });
})();
