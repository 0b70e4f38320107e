/** Where a page stands among those that come one after the other. */
export interface Turn {
  /** Another came before it, and may not be done. */
  follows: boolean;
  /**
   * Waits until what the page before brought can be seen, if some of these are among it: until then
   * nothing tells that they were received.
   */
  seen(identityIds: readonly string[]): Promise<void>;
  /** This page is kept, in its own transaction: the next may be. */
  kept(identityIds: readonly string[]): void;
  /** Waits until the page before is there, whole; fails if it failed, for its ids may be in this one. */
  come(): Promise<void>;
}

/** A page by itself. */
export const ALONE: Turn = {
  follows: false,
  seen: () => Promise.resolve(),
  kept: () => undefined,
  come: () => Promise.resolve(),
};

/** A page on its way in. */
interface Page {
  identityIds: Set<string>;
  kept: PromiseWithResolvers<void>;
  done: Promise<void>;
}

/**
 * Pages that are taken in one after the other, two at a time: while one is derived from, the next is
 * kept, on a connection of its own where the database has several. They end in the order they came.
 */
export class PagesInTurn {
  private begun = false;
  private page = arrived();
  private before = arrived();

  /** Begins with a page as soon as the one before is kept, and the one before that is done. */
  async take(work: (turn: Turn) => Promise<void>): Promise<void> {
    await Promise.race([this.page.kept.promise, this.page.done]);
    await this.before.done;
    const before = this.page;
    const page = arrived();
    page.done = work({
      follows: this.begun,
      seen: async (ids) => {
        if (ids.some((id) => before.identityIds.has(id))) await before.done;
      },
      kept: (ids) => {
        page.identityIds = new Set(ids);
        page.kept.resolve();
      },
      come: () => before.done,
    });
    // Met where it is awaited; until then it is nobody's fault.
    page.done.catch(() => undefined);
    [this.before, this.page] = [before, page];
    this.begun = true;
  }

  /** Waits for all of them. */
  async end(): Promise<void> {
    await this.before.done;
    await this.page.done;
  }
}

const arrived = (): Page => ({
  identityIds: new Set(),
  kept: Promise.withResolvers(),
  done: Promise.resolve(),
});
