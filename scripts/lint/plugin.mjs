import path from "node:path";
import { floorFault } from "./floors.mjs";

/**
 * The little of a syntax tree that these rules look at.
 *
 * @typedef {object} Node
 * @property {string} type
 * @property {Node | null} [source]
 * @property {unknown} [value] of a literal
 * @property {Node} [callee]
 * @property {Node} [object]
 * @property {Node} [property]
 * @property {string} [name] of an identifier
 * @property {unknown[]} [arguments]
 *
 * @typedef {object} Context
 * @property {string} cwd the project's root
 * @property {string} filename absolute
 * @property {(problem: { message: string, node: Node }) => void} report
 */

/** Imports follow the floors, in whatever way they are written. */
const floors = {
  /** @param {Context} context */
  create(context) {
    const file = path
      .relative(context.cwd, context.filename)
      .replaceAll(path.sep, "/");
    /** @param {Node} node */
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== "string") return;
      const message = floorFault(file, specifier);
      if (message) context.report({ message, node });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      TSImportType: check,
    };
  },
};

/** @param {Node | undefined} node */
const isDate = (node) => node?.type === "Identifier" && node.name === "Date";

/** The time of day is asked of a Clock: `new Date(instant)` is fine. */
const clockOnly = {
  /** @param {Context} context */
  create(context) {
    /** @param {Node} node */
    const report = (node) => {
      const message =
        "Only simulator/clock.ts reads the real time; take `now` or a Clock.";
      context.report({ message, node });
    };
    return {
      /** @param {Node} node */
      NewExpression(node) {
        if (isDate(node.callee) && !node.arguments?.length) report(node);
      },
      /** @param {Node} node */
      CallExpression(node) {
        if (isDate(node.callee)) report(node);
      },
      /** @param {Node} node */
      MemberExpression(node) {
        if (isDate(node.object) && node.property?.name === "now") report(node);
      },
    };
  },
};

/** The lint rules of this house that no ready-made rule says. */
export default {
  meta: { name: "house" },
  rules: { floors, "clock-only": clockOnly },
};
