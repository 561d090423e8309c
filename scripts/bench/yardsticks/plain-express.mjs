// Express 5, EJS and express-session as their own documentation sets them up, with pages of
// the same size and as many values as ours.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import express from "express";
import session from "express-session";

const [, , folder = "."] = process.argv;

/**
 * @param {string} page
 * @returns {Record<string, string>} the values that its view prints
 */
const valuesOf = (page) => {
  /** @type {unknown} */
  const values = JSON.parse(readFileSync(join(folder, `${page}.json`), "utf8"));
  return /** @type {Record<string, string>} */ (values);
};
const login = valuesOf("login");
const manageApiAccess = valuesOf("manageapiaccess");

const app = express();
app.set("views", folder);
app.set("view engine", "ejs");
app.enable("view cache");
app.use(session({ secret: "bench", resave: false, saveUninitialized: false }));
app.use(express.urlencoded({ extended: false }));

app.get("/services/login", (_req, res) => res.render("login", login));
app.post("/services/login", (req, res) => {
  const { user_name } = /** @type {Record<string, string>} */ (req.body);
  req.session.username = user_name ?? "";
  res.redirect(303, "/services/auth/manageapiaccess");
});
app.get("/services/auth/manageapiaccess", (req, res) => {
  if (req.session.username) res.render("manageapiaccess", manageApiAccess);
  else res.redirect(302, "/services/login");
});

const server = app.listen(0, "127.0.0.1", () => {
  const address = /** @type {import("node:net").AddressInfo} */ (
    server.address()
  );
  console.log(`Listening on http://127.0.0.1:${address.port}`);
});
