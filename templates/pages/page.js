"use strict";

(() => {
  const words = document.body.dataset;
  const said = document.getElementById("said");

  // A button copies each block of code, but for what a program prints. The clipboard needs a secure page; selecting and copying works on any.
  const copied = async (pre) => {
    const text = pre.textContent;
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      getSelection().selectAllChildren(pre);
      return document.execCommand("copy");
    }
  };

  for (const box of document.querySelectorAll(".code")) {
    if (box.closest(".output")) continue;
    const pre = box.querySelector("pre");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.setAttribute("aria-label", `${words.copy}, ${pre.getAttribute("aria-label")}`);
    let timer = 0;
    button.addEventListener("click", async () => {
      const word = (await copied(pre)) ? words.copied : words.notCopied;
      button.textContent = word;
      said.textContent = word;
      clearTimeout(timer);
      timer = setTimeout(() => {
        button.textContent = words.copy;
        said.textContent = "";
      }, 2500);
    });
    box.classList.add("has-copy");
    box.append(button);
  }

  // What does not scroll need not be reached by Tab.
  const watched = document.querySelectorAll("pre, .table");
  const reach = (element) => {
    const scrolls = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
    if (scrolls) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  };
  const observer = new ResizeObserver((entries) => entries.forEach((entry) => reach(entry.target)));
  watched.forEach((element) => observer.observe(element));

  // Tabs, as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ has them; a storage may be forbidden.
  const remembered = (key) => {
    try {
      return localStorage.getItem(`snippetgen-${key}`);
    } catch {
      return null;
    }
  };
  const remember = (key, value) => {
    try {
      localStorage.setItem(`snippetgen-${key}`, value);
    } catch {
      // Then the choice is for this page.
    }
  };

  const groups = [];
  for (const group of document.querySelectorAll(".tabbed")) {
    const panels = [...group.querySelectorAll(":scope > .panel")];
    if (panels.length < 2) continue;
    // Outputs are remembered for all languages, the client of each language by itself.
    const key = group.dataset.store ?? `client-${group.closest(".panel").id}`;
    const nameOf = (panel) => (key === "output" ? panel.id.replace(/.*-/, "") : panel.id);
    const list = document.createElement("div");
    list.className = "tabs";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", group.dataset.label);
    const tabs = panels.map((panel) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.id = `tab-${panel.id}`;
      tab.textContent = panel.dataset.title;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      panel.tabIndex = 0;
      list.append(tab);
      return tab;
    });
    const select = (index) => {
      tabs.forEach((tab, at) => {
        tab.setAttribute("aria-selected", String(at === index));
        tab.tabIndex = at === index ? 0 : -1;
        panels[at].hidden = at !== index;
      });
    };
    const choose = (index) => {
      const name = nameOf(panels[index]);
      select(index);
      tabs[index].focus();
      remember(key, name);
      for (const other of groups) if (other.key === key) other.show(name);
    };
    tabs.forEach((tab, index) => {
      const last = tabs.length - 1;
      tab.addEventListener("click", () => choose(index));
      tab.addEventListener("keydown", (event) => {
        const next = {
          ArrowRight: index === last ? 0 : index + 1,
          ArrowLeft: index === 0 ? last : index - 1,
          Home: 0,
          End: last,
        }[event.key];
        if (next === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        choose(next);
      });
    });
    group.prepend(list);
    group.classList.add("has-tabs");
    const show = (name) => {
      const index = panels.findIndex((panel) => nameOf(panel) === name);
      if (index >= 0) select(index);
    };
    groups.push({ key, panels, select, show });
    select(0);
    show(remembered(key));
  }

  // An address that names a panel, or something within it, opens it.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (const { panels, select } of groups) {
      const index = panels.findIndex((panel) => panel.contains(target));
      if (index >= 0) select(index);
    }
  };
  reveal();
  addEventListener("hashchange", reveal);
})();
