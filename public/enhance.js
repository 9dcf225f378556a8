/*
 * The one script of the reader's pages: text size and theme, remembered; copy link; print. Everything else
 * is links and forms. Controls are in the page, hidden, and appear when this has run. The choice is kept in a
 * cookie, so that the next page arrives in its look (server/look.ts) and nothing flashes.
 */
const root = document.documentElement;

function chosen() {
  const [, theme, size] = document.cookie.match(/(?:^|; )look=([a-z]*)\.([a-z]*)/) ?? [];
  return { theme: theme ?? '', size: size ?? '' };
}

/** Theme and size stand on the root element, where the style sheet finds them; the defaults leave no trace. */
function apply(look) {
  for (const [name, value] of Object.entries(look)) {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  }
}

function remember({ theme, size }) {
  const age = theme || size ? 31536000 : 0;
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `look=${theme}.${size}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
}

// A page from a shared cache, from before the choice or from the back-forward cache has another look.
addEventListener('pageshow', () => apply(chosen()));

/** An open panel closes like a menu: by Escape, or by a click elsewhere. */
function closePanels(except) {
  for (const panel of document.querySelectorAll('details.panel[open]'))
    if (panel !== except) panel.open = false;
}

function enhance() {
  for (const element of document.querySelectorAll('[data-enhanced]')) element.hidden = false;

  const settings = document.querySelector('form.reading-settings');
  for (const [name, value] of Object.entries(chosen())) {
    if (settings) settings.elements[name].value = value;
  }
  settings?.addEventListener('change', () => {
    const look = Object.fromEntries(new FormData(settings));
    apply(look);
    remember(look);
  });

  document.addEventListener('click', async ({ target }) => {
    const report = target.closest?.('.report-link');
    const marked = getSelection()?.toString().trim().slice(0, 300);
    if (report && marked)
      report.search = report.search.split('&')[0] + `&quote=${encodeURIComponent(marked)}`;
    const button = target.closest?.('button[data-does]');
    if (button?.dataset.does === 'print') print();
    if (button?.dataset.does === 'copy') {
      const address = document.querySelector('link[rel=canonical]')?.href ?? location.href;
      const done = await navigator.clipboard.writeText(address).then(
        () => true,
        () => false,
      );
      document.querySelector('.copy-status').textContent = done ? '链接已复制' : '没能复制，请从下面选取网址';
    }
  });

  document.addEventListener('click', ({ target }) => closePanels(target.closest?.('details.panel')));
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    const summary = document.activeElement?.closest?.('details.panel[open]')?.querySelector('summary');
    closePanels();
    summary?.focus();
  });

  for (const box of document.querySelectorAll('input[type=search]')) suggest(box);
}

/** Offers words of live headlines while something is typed; the browser's own list does keys and voices. */
function suggest(box) {
  const list = document.createElement('datalist');
  list.id = `${box.id}-words`;
  box.after(list);
  box.setAttribute('list', list.id);
  let timer;
  box.addEventListener('input', ({ isComposing }) => {
    clearTimeout(timer);
    if (isComposing || !box.value.trim()) return;
    timer = setTimeout(async () => {
      const typed = box.value;
      const answer = await fetch(`/search/suggest?q=${encodeURIComponent(typed)}`).catch(() => undefined);
      const words = answer?.ok ? await answer.json() : [];
      if (box.value !== typed) return;
      // The label keeps a word in the browser's list though pinyin was typed.
      list.replaceChildren(...words.map((word) => new Option(typed, word)));
    }, 150);
  });
}

enhance();
