import type { Express } from "express";

/**
 * Takes from Express's `redirect` the page that Express adds: every page is to carry the
 * ribbon, and no browser shows that one.
 */
export function redirectWithoutPage(app: Express): void {
  app.response.redirect = function (
    first: number | string,
    second?: number | string,
  ): void {
    const [status, url] = second === undefined ? [302, first] : [first, second];
    this.status(Number(status)).location(String(url)).end();
  };
}
