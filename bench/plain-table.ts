import type { Page } from '@playwright/test';

const SCREENS = 12;

/**
 * In place of the application, the words of its rows in a plain table: a key press in the field replaces
 * the words in sight. What the browser takes for that is the least that a list can take on this machine.
 */
export async function showPlainTable(page: Page): Promise<void> {
  await page.evaluate((screens) => {
    const isInSight = (row: Element) => row.getBoundingClientRect().top < innerHeight;
    const words = [...document.querySelectorAll('app-caseload-row')]
      .filter(isInSight)
      .map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText || '–'));

    const field = document.createElement('input');
    field.placeholder = 'In this list';
    const scroller = document.createElement('div');
    Object.assign(scroller.style, { height: '800px', overflow: 'hidden auto', contain: 'strict' });
    const table = scroller.appendChild(document.createElement('table'));
    Object.assign(table.style, { width: '100%', tableLayout: 'fixed', whiteSpace: 'nowrap' });
    for (const line of Array.from({ length: screens }, () => words).flat()) {
      const row = table.insertRow();
      row.style.height = '29px';
      for (const word of line) row.insertCell().textContent = word;
    }
    document.body.replaceChildren(field, scroller);

    let turn = 0;
    field.addEventListener('input', () => {
      turn += 1;
      words.forEach((_, index) => {
        const [row, next] = [table.rows[index], words[(index + turn) % words.length]];
        next?.forEach((word, column) => {
          const text = row?.cells[column]?.firstChild;
          if (text) text.nodeValue = word;
        });
      });
    });
  }, SCREENS);
}
