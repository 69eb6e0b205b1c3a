// Keys of the block editor: Enter in a heading (and Ctrl+Enter in a text) adds a block below,
// Backspace in an empty block removes it, the up and down arrows go on into the next block.
// What is added and removed is what the buttons do.
(() => {
  const list = () => document.querySelector("[data-blocks]");
  const blocks = () => [...list().querySelectorAll("[data-block]")];
  const press = (block, selector) => {
    const button = block.querySelector(selector);
    if (button && !button.disabled) button.click();
  };
  const go = (block, step) => {
    const all = blocks();
    const next = all[all.indexOf(block) + step]?.querySelector("textarea");
    if (!next) return false;
    next.focus();
    const at = step > 0 ? 0 : next.value.length;
    next.setSelectionRange(at, at);
    return true;
  };
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    const block = field.closest?.("[data-block]");
    if (!block || field.tagName !== "TEXTAREA" || event.isComposing || event.altKey || event.shiftKey) return;
    const heading = block.querySelector("[data-type]").value === "HEADING";
    const alone = field.selectionStart === field.selectionEnd;
    if (event.key === "Enter" && (heading || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      press(block, "[data-add]");
    } else if (event.key === "Backspace" && field.value === "") {
      event.preventDefault();
      press(block, "[data-remove]");
    } else if (event.key === "ArrowUp" && alone && !field.value.slice(0, field.selectionStart).includes("\n")) {
      if (field.selectionStart === 0 && go(block, -1)) event.preventDefault();
    } else if (event.key === "ArrowDown" && alone && field.selectionStart === field.value.length) {
      if (go(block, 1)) event.preventDefault();
    }
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches?.("[data-type]")) return;
    event.target.closest("[data-block]").classList.toggle("document-block-heading", event.target.value === "HEADING");
  });
})();
