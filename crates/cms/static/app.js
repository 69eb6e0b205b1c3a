// What makes pages better for those who have scripts. Every page works without this file;
// attributes that begin with data- say where it helps.
(() => {
  const own = document.currentScript;
  const language = document.documentElement.lang;
  const number = (value) =>
    language === "ne" ? String(value).replace(/\d/g, (digit) => "०१२३४५६७८९"[digit]) : String(value);
  const each = (root, selector, act) => {
    if (root.matches?.(selector)) act(root);
    root.querySelectorAll(selector).forEach(act);
  };

  // Says something to a screen reader.
  const say = (text) => {
    const live = document.getElementById("live");
    if (live) live.textContent = text;
  };

  // --- data-counter-for="ID" data-limit="N": characters as a reader counts them, which is how
  // the server does.
  const segmenter = Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const count = (text) => (segmenter ? [...segmenter.segment(text)] : [...text]).length;

  const startCounter = (counter) => {
    const field = document.getElementById(counter.dataset.counterFor);
    if (!field || counter.dataset.started) return;
    counter.dataset.started = "true";
    const limit = Number(counter.dataset.limit) || 0;
    const show = () => {
      const length = count(field.value.trim());
      counter.textContent = limit ? `${number(length)} / ${number(limit)}` : number(length);
      counter.toggleAttribute("data-over", limit > 0 && length > limit);
    };
    field.addEventListener("input", show);
    show();
  };

  // --- form data-unsaved: asks before what was typed is lost.
  const UNTYPED = ["draft", "version", "return"];
  const unsaved = [];
  const startUnsaved = (form) => {
    const fields = () =>
      JSON.stringify([...new FormData(form)].filter(([name]) => !UNTYPED.includes(name)).map(([name, value]) => [name, value.name ?? value]));
    let saved = fields();
    form.addEventListener("submit", (event) => event.defaultPrevented || (saved = null));
    // What autosave.js has stored.
    form.addEventListener("stored", (event) => (saved = JSON.stringify(event.detail)));
    unsaved.push(() => form.isConnected && saved !== null && fields() !== saved);
  };
  addEventListener("beforeunload", (event) => {
    if (unsaved.some((is) => is())) event.preventDefault();
  });

  // --- data-reorder="FORM": rows that can be dragged by their .drag-handle. Each row holds a
  // hidden input of that form, so that the order of the rows is the order that is sent. The
  // form is shown when it differs from what was loaded.
  const startReorder = (list) => {
    const form = document.getElementById(list.dataset.reorder);
    if (!form || list.dataset.started) return;
    list.dataset.started = "true";
    const order = () => [...list.querySelectorAll(`input[form="${form.id}"]`)].map((input) => input.value).join();
    const loaded = order();
    const script = document.createElement("script");
    script.src = own.dataset.sortable;
    script.addEventListener("load", () => {
      list.classList.add("can-drag");
      Sortable.create(list, {
        handle: ".drag-handle",
        animation: 120,
        ghostClass: "drag-ghost",
        onUpdate: () => {
          form.hidden = order() === loaded;
          if (!form.hidden) say(form.dataset.changed ?? "");
        },
      });
    });
    document.head.append(script);
  };

  // --- data-select-all="NAME": ticks every box of that name in its form; data-selected-count
  // says how many are ticked, and data-needs-selection waits for one.
  const startSelectAll = (box) => {
    const form = box.form ?? document;
    const boxes = () => [...document.querySelectorAll(`input[type=checkbox][name="${box.dataset.selectAll}"]`)];
    const show = () => {
      const ticked = boxes().filter((other) => other.checked).length;
      box.checked = ticked > 0 && ticked === boxes().length;
      box.indeterminate = ticked > 0 && !box.checked;
      document.querySelectorAll("[data-selected-count]").forEach((place) => (place.textContent = number(ticked)));
      document.querySelectorAll("[data-needs-selection]").forEach((place) => (place.hidden = ticked === 0));
    };
    box.hidden = false;
    box.addEventListener("change", () => {
      boxes().forEach((other) => (other.checked = box.checked));
      show();
    });
    (form === document ? document : document.body).addEventListener("change", (event) => {
      if (event.target.name === box.dataset.selectAll) show();
    });
    show();
  };

  // --- data-reveal="ID": shows a password while it is typed.
  const startReveal = (button) => {
    const field = document.getElementById(button.dataset.reveal);
    if (!field) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const shown = field.type === "text";
      field.type = shown ? "password" : "text";
      button.setAttribute("aria-pressed", String(!shown));
      field.focus();
    });
  };

  // Tables of rows: on a narrow screen each row becomes a card, in which every value has the
  // head of its column beside it. Without this they scroll sideways.
  const startCards = (table) => {
    const heads = [...table.querySelectorAll("thead tr:first-child > *")];
    const simple = [...table.querySelectorAll("tbody tr")].every((row) => row.cells.length === heads.length);
    if (!simple || heads.length < 3) return;
    table.classList.add("cards");
    for (const row of table.tBodies[0]?.rows ?? []) {
      [...row.cells].forEach((cell, at) => {
        const head = heads[at];
        if (!head.querySelector(".visually-hidden, input")) cell.dataset.label = head.textContent.trim();
        if (["", "–"].includes(cell.textContent.trim()) && cell.childElementCount === 0) cell.dataset.empty = "";
      });
    }
  };

  const start = (root) => {
    each(root, ".table-responsive > table.table", startCards);
    each(root, "[data-counter-for]", startCounter);
    each(root, "form[data-unsaved]", startUnsaved);
    each(root, "[data-reorder]", startReorder);
    each(root, "[data-select-all]", startSelectAll);
    each(root, "[data-reveal]", startReveal);
    each(root, "[data-script-only]", (part) => (part.hidden = false));
  };

  // Menus that unfold: one at a time, closed by Escape or by a click beside them.
  const openMenus = () => document.querySelectorAll("details.drop[open]");
  document.addEventListener("click", (event) => {
    openMenus().forEach((menu) => menu.contains(event.target) || (menu.open = false));
    if (event.target.closest("[data-print]")) print();
    const copy = event.target.closest("[data-copy]");
    if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => say(copy.dataset.copied ?? ""));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openMenus().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    if (location.hash === "#menu") location.hash = "#main";
  });

  // --- What autosave.js keeps in this browser. It goes once its form was taken, which the page
  // after it tells, and when its editor signs out here.
  const sent = sessionStorage.getItem("typed-sent");
  sessionStorage.removeItem("typed-sent");
  if (sent && document.querySelector(".sidebar") && !document.querySelector("[data-refused], form[data-unsent]"))
    localStorage.removeItem(sent);
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") !== "/logout") return;
    Object.keys(localStorage).filter((name) => name.startsWith("typed:")).forEach((name) => localStorage.removeItem(name));
  });

  // data-auto-submit: a choice that takes effect at once.
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-auto-submit]")) event.target.form.requestSubmit();
  });

  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    form.dataset.sending = "true";
    setTimeout(() => delete form.dataset.sending, 4000);
  });

  // --- form data-upload: shows how much of a file has been sent.
  document.addEventListener("htmx:xhr:progress", (event) => {
    const bar = event.target.closest?.("[data-upload]")?.querySelector("progress");
    if (!bar || !event.detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = (100 * event.detail.loaded) / event.detail.total;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const bar = event.target.closest?.("[data-upload]")?.querySelector("progress");
    if (bar) bar.hidden = true;
  });

  // What htmx asks for in the background.
  document.addEventListener("htmx:load", (event) => start(event.detail.elt));
  const note = (id) => {
    const found = document.getElementById(id);
    if (found) found.hidden = false;
  };
  document.addEventListener("htmx:responseError", () => note("failed"));
  document.addEventListener("htmx:sendError", () => note("failed"));
  // The session has ended: the answer leads to the sign-in page, but not away from what was typed.
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.status !== 401 || !unsaved.some((is) => is())) return;
    event.preventDefault();
    note("signed-out");
  });

  start(document);
  document.getElementById("errors")?.focus();
})();
