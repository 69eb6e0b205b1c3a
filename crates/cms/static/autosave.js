// Saves what is typed as a draft, a few seconds after typing stops, and keeps it in this browser
// until it is saved: through a lost connection, a session that has ended, a crash. What was kept
// and differs from what is stored is offered when the form is opened again, to its own editor.
//
// form data-typed="EDITOR:TABLE:ID" is kept; data-autosave="ADDRESS" is saved there too; with
// data-unsent what it shows is not stored yet. A form that grows (questions, blocks) names in
// data-arrange the page that shows any number of them.
(() => {
  const form = document.querySelector("form[data-typed]");
  const state = document.getElementById("autosave");
  if (!form || !state) return;
  const PAUSE = 3_000;
  const AGAIN = 15_000;
  const KEPT = 7 * 24 * 3600_000;
  /** Most bytes that a browser sends of a page that is being left. */
  const LEAVING = 60_000;
  const NOT_TYPED = ["draft", "version", "return", "id", "preview-answers"];
  const nepali = document.documentElement.lang === "ne";

  const fields = () =>
    [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NOT_TYPED.includes(name));
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const time = (at, date) =>
    new Date(at).toLocaleString(nepali ? "ne-NP" : "en-GB", {
      timeZone: "Asia/Kathmandu", hour: "2-digit", minute: "2-digit", ...(date ? { day: "numeric", month: "long" } : {}),
    });
  const label = (name) => {
    const found = form.elements[name];
    const field = found?.closest ? found : found?.[0];
    const text = (part) => part?.textContent.trim();
    const own = text(form.querySelector(`label[for="f-${CSS.escape(name)}"]`));
    if (own) return own;
    const legend = text(field?.closest("label, fieldset")?.querySelector("legend, span"));
    const inner = field?.id ? text(form.querySelector(`label[for="${CSS.escape(field.id)}"]`)) : "";
    return [legend, inner].filter(Boolean).join(", ") || name;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  // --- What is kept in this browser.
  const key = () => `typed:${form.dataset.typed}`;
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(key()));
    } catch {
      return null;
    }
  };
  const forget = () => localStorage.removeItem(key());
  const keep = () => {
    const { draft, version } = form.elements;
    const entry = { at: Date.now(), draft: draft.value, version: version.value, fields: fields() };
    try {
      localStorage.setItem(key(), JSON.stringify(entry));
    } catch {
      // The browser keeps nothing, or has no room: the server still does.
    }
  };
  for (const name of Object.keys(localStorage).filter((name) => name.startsWith("typed:"))) {
    const at = JSON.parse(localStorage.getItem(name) ?? "{}")?.at ?? 0;
    if (Date.now() - at > KEPT) localStorage.removeItem(name);
  }

  // --- What the line below the buttons says.
  const show = (name, values = {}, ...more) => {
    state.hidden = false;
    state.dataset.state = name;
    state.replaceChildren(fill(state.dataset[name] ?? "", values), ...more);
  };
  const signIn = () => {
    const link = document.createElement("a");
    Object.assign(link, { href: "/login", target: "_blank", rel: "noopener", textContent: state.dataset.signIn });
    return link;
  };

  /** What the server has, as far as this page knows. */
  let saved = form.hasAttribute("data-unsent") ? null : fields();
  let saving = null;
  let stopped = !form.dataset.autosave;
  let waiting = 0;
  let sent = false;

  const later = (pause) => {
    clearTimeout(waiting);
    waiting = setTimeout(save, pause);
  };

  // A form that was opened and not touched, or emptied again, creates nothing.
  const isEmpty = () =>
    form.dataset.typed.endsWith(":new") &&
    ![...form.querySelectorAll("textarea, input:not([type=hidden], [type=checkbox], [type=radio])")].some((field) => field.value.trim());

  async function save(leaving = false) {
    clearTimeout(waiting);
    if (stopped || saving || sent) return;
    const now = fields();
    if (same(now, saved)) return forget();
    if (isEmpty()) return;
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    body.set("automatic", "true");
    const keepalive = leaving === true && body.toString().length < LEAVING;
    show("saving");
    saving = fetch(form.dataset.autosave, { method: "POST", body, keepalive, headers: { Accept: "application/json" } })
      .then((answer) => judge(answer, now))
      .catch(() => {
        show("offline");
        later(AGAIN);
      })
      .finally(() => (saving = null));
    await saving;
    if (state.dataset.state === "saved" && !same(fields(), saved)) {
      show("kept");
      later(PAUSE);
    }
  }

  async function judge(answer, now) {
    if (answer.ok) return done(await answer.json(), now);
    keep();
    if (answer.status === 409) return conflict();
    if (answer.status === 401) {
      show("signedOut", {}, " ", signIn());
    } else if (answer.status === 429 || answer.status >= 500) {
      show("offline");
      later(AGAIN);
    } else {
      stopped = true;
      show("refused");
    }
  }

  function done(stored, now) {
    if (stored.changed !== false) form.elements.draft.value = stored.version;
    saved = now;
    form.dispatchEvent(new CustomEvent("stored", { detail: now }));
    forget();
    if (form.dataset.typed.endsWith(":new")) adopt(stored.id);
    if (!same(fields(), saved)) keep();
    show("saved", { time: time(Date.now()) });
  }

  /** A new item has a key from now on: saving again means to change it. */
  function adopt(id) {
    form.dataset.typed = form.dataset.typed.replace(/new$/, id);
    form.dataset.autosave = `${form.dataset.path}/${id}/draft`;
    form.action = form.dataset.autosave;
    if (form.elements.id) form.elements.id.value = id;
    history.replaceState(history.state, "", `${form.dataset.page}/${id}/edit`);
  }

  // Somebody else was faster. Who and what is told, and the page that the server shows for a
  // form that was sent in vain lets her decide.
  async function conflict() {
    stopped = true;
    const compare = document.createElement("button");
    Object.assign(compare, { className: "btn btn-sm btn-outline-secondary", textContent: state.dataset.compare });
    Object.assign(compare, { name: "then", value: "stay" });
    const theirs = await fetch(form.dataset.autosave, { headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : null))
      .catch(() => null);
    if (!theirs) return show("conflictOutside", {}, " ", compare);
    const text = (value) => (Array.isArray(value) ? value.join() : String(value ?? ""));
    const known = new Map();
    for (const [name, value] of saved ?? fields()) known.set(name, [known.get(name), value].filter(Boolean).join());
    const differing = Object.keys(theirs.values).filter((name) => known.has(name) && known.get(name) !== text(theirs.values[name]).replace(/^false$/, ""));
    const values = { name: theirs.editor, time: time(theirs.updatedAt) };
    const more = differing.length ? [" ", fill(state.dataset.differs, { fields: differing.map(label).join(", ") })] : [];
    show("conflict", values, ...more, " ", compare);
  }

  // --- What was typed and not saved is offered again.
  const offer = document.getElementById("typed-offer");
  const put = (entry) => {
    if (form.dataset.arrange) return rebuild(entry);
    const values = new Map();
    for (const [name, value] of entry.fields) values.set(name, [...(values.get(name) ?? []), value]);
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden" || field.tagName === "BUTTON") continue;
      const wanted = values.get(field.name) ?? [];
      if (["checkbox", "radio"].includes(field.type)) field.checked = wanted.includes(field.value);
      else if (wanted.length) field.value = wanted[0];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    // What was saved meanwhile by others must still be noticed.
    form.elements.draft.value = entry.draft;
    form.elements.version.value = entry.version;
  };
  // There may be more questions or fewer by now: the page is made anew with those that were typed.
  const rebuild = (entry) => {
    const made = document.createElement("form");
    Object.assign(made, { method: "post", action: form.dataset.arrange, hidden: true });
    const id = form.elements.id ? [["id", form.elements.id.value]] : [];
    for (const [name, value] of [...entry.fields, ...id, ["draft", entry.draft], ["version", entry.version]])
      made.append(Object.assign(document.createElement("textarea"), { name, value }));
    document.body.append(made);
    made.submit();
  };
  const offerAgain = () => {
    const entry = kept();
    if (!entry) return;
    if (saved === null) return;
    if (same(entry.fields, fields())) return forget();
    const all = (list) => {
      const found = new Map();
      for (const [name, value] of list) found.set(name, `${found.get(name) ?? ""}\n${value}`);
      return found;
    };
    const [mine, stored] = [all(entry.fields), all(fields())];
    const differing = [...new Set([...mine.keys(), ...stored.keys()])].filter((name) => mine.get(name) !== stored.get(name));
    const isOld = entry.draft !== form.elements.draft.value || entry.version !== form.elements.version.value;
    const part = (name) => offer.querySelector(`[data-part=${name}]`);
    part("question").textContent = fill(offer.dataset.question, { time: time(entry.at, true) });
    part("fields").textContent = fill(offer.dataset.fields, { fields: differing.map(label).join(", ") });
    part("old").hidden = !isOld;
    offer.hidden = false;
    const close = () => {
      offer.hidden = true;
      form.querySelector("textarea, input:not([type=hidden])")?.focus();
    };
    part("take").addEventListener("click", () => {
      put(entry);
      close();
      show("taken");
    });
    part("drop").addEventListener("click", () => {
      forget();
      close();
    });
  };

  const typed = () => {
    // While an offer stands, what it offers must not be written over.
    if (!offer.hidden) offer.hidden = true;
    keep();
    if (!saving && !stopped) show("kept");
    else if (stopped && !form.dataset.autosave) show("kept");
    if (!stopped) later(PAUSE);
  };
  // Questions and blocks that are added, moved and taken away are typed too.
  form.addEventListener("htmx:afterSwap", () => {
    if (!same(fields(), saved)) typed();
  });
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  form.addEventListener("submit", (event) => {
    if (saving) {
      // Else the form would be in conflict with its own draft.
      event.preventDefault();
      saving.then(() => form.requestSubmit(event.submitter));
      return;
    }
    clearTimeout(waiting);
    sent = true;
    if (saved === null || !same(fields(), saved)) keep();
    // The next page tells whether it was stored; see app.js.
    sessionStorage.setItem("typed-sent", key());
    setTimeout(() => (sent = false), 8_000);
  });
  addEventListener("online", () => save());
  addEventListener("focus", () => state.dataset.state === "signedOut" && save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save(true));
  if (saved === null) keep();
  offerAgain();
})();
