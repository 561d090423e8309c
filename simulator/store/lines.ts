/** Waiting lines by name: what queues in one runs one after the other. */
export class Lines {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `task` when all that queued in the line before it has ended, well or not. */
  async in<T>(name: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name);
    const mine = before ? before.then(task, task) : task();
    this.#last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(name) === mine) this.#last.delete(name);
    }
  }
}
