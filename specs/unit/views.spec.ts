import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { createViews } from "../../simulator/web/views.ts";

/** What a view makes of a model. */
async function printed(source: string, model: object) {
  const folder = await mkdtemp(join(tmpdir(), "views-"));
  try {
    await writeFile(join(folder, "page.ejs"), source);
    await writeFile(
      join(folder, "part.ejs"),
      "[<%= it.name %>, <%= it.year %>]",
    );
    const views = createViews(folder, { year: 2017 });
    const bytes = views.bytes("page", { ...model });
    return { text: views.text("page", { ...model }), bytes };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("a view prints values as HTML that is safe between tags and quotes", async () => {
  const { text } = await printed(
    `<p title="<%= it.name %>"><%= it.name %></p>`,
    {
      name: `<b>&"'`,
    },
  );
  const safe = "&lt;b&gt;&amp;&#34;&#39;";
  expect(text).toBe(`<p title="${safe}">${safe}</p>`);
});

for (const name of ["Zürich", "हिन्दी", "₹ 1 – 2", "🪔", "a < ₹"]) {
  test(`a view prints ${name}, as text and as the bytes of that text`, async () => {
    const { text, bytes } = await printed("– <%= it.name %> –", { name });
    expect(text).toBe(`– ${name.replace("<", "&lt;")} –`);
    expect(bytes).toBe(Buffer.from(text).toString("latin1"));
  });
}

test("a view prints nothing for what is not there", async () => {
  const { text } = await printed("(<%= it.name %><%= it.other %>)", {
    name: null,
  });
  expect(text).toBe("()");
});

test("a part of a view knows the model and what every view knows", async () => {
  const { text } = await printed(`<%- it.part("part") -%>`, { name: "Asha" });
  expect(text).toBe("[Asha, 2017]");
});
