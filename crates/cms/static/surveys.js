// Dragging the questions of a survey. The form says the new order by the order of its fields;
// the server numbers the questions anew and lets jumps follow.
(() => {
  const own = document.currentScript;
  const script = document.createElement("script");
  script.src = own.dataset.sortable;
  const start = () => {
    const list = document.querySelector("[data-questions]");
    if (!list || list.dataset.started || !window.Sortable) return;
    list.dataset.started = "true";
    list.classList.add("can-drag");
    Sortable.create(list, {
      handle: ".drag-handle",
      draggable: ".survey-question",
      animation: 120,
      ghostClass: "drag-ghost",
      onUpdate: () => document.getElementById("put-in-order")?.click(),
    });
  };
  // Dragging leaves styles on the questions, and htmx would copy them as attributes, which the
  // page's policy refuses.
  document.addEventListener("htmx:beforeSwap", () => {
    document.querySelectorAll("[data-questions] [style]").forEach((part) => part.removeAttribute("style"));
  });
  script.addEventListener("load", start);
  document.addEventListener("htmx:load", start);
  document.head.append(script);
})();
