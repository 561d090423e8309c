// The second portal's only script. It waits a while, asks what there is to say, and draws.

const root = document.querySelector("#root");
const esc = (text) =>
  String(text).replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
const list = (texts, tag, draw) =>
  texts.map((text, at) => `<${tag}>${draw(text, at)}</${tag}>`).join("");
const find = (selector) => root.querySelector(selector);

function ask(method, path, body) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open(method, path);
    call.responseType = "json";
    call.onload = () => resolve(call.response);
    call.onerror = reject;
    call.send(body && JSON.stringify(body));
  });
}

const wait = (ms) =>
  new Promise((done) => {
    setTimeout(done, ms);
  });

const NOTE = `<p><b class="must"></b> indicates mandatory fields</p>`;
const TODAY = "05/06/2026 10:15";

/** The frame of a page for the signed-in. */
function frame(words, trail, body) {
  const menu =
    words.menu.length === 0
      ? ""
      : `<div><span role="button" tabindex="0" data-toggle="dropdown">Second Bakery ▾</span>
         <menu hidden><li>Last Logged In at ${TODAY} IST</li>${list(words.menu, "li", (entry) => `<a href="${MENU[entry] ?? "/else"}">${esc(entry)}</a>`)}</menu></div>`;
  root.innerHTML = `<header>${menu}</header>
    <nav aria-label="breadcrumb">${trail.map((step, at) => (at < trail.length - 1 ? `<a href="${MENU[step] ?? words.home}">${esc(step)}</a>` : `<span>${esc(step)}</span>`)).join(" / ")}</nav>
    <main>${body}</main>`;
  const toggle = find("[data-toggle]");
  if (toggle) {
    toggle.onclick = () => {
      find("menu").hidden = !find("menu").hidden;
    };
  }
}

const MENU = {
  "My Profile": "/services/auth/myprofile",
  "Manage API Access": "/services/auth/manageapiaccess",
  Logout: "/services/logout",
};

function login(words) {
  document.title = "Goods & Services Tax (GST) | Login";
  const firstTime = words.differs.includes("first-time-gone")
    ? ""
    : `<p><b>First time login:</b> If you are logging in for the first time, click <a href="/first">here</a> to log in.</p>`;
  root.innerHTML = `<main><h3 class="caps">Login</h3>${NOTE}<p role="alert"></p>
    <div><label class="must" for="f1">Username</label><br><input id="f1" placeholder="Enter Username"></div>
    <div><label class="must" for="f2">Password</label><br><input id="f2" type="password" placeholder="Enter Password"></div>
    <div id="proof"></div>
    <button id="go">Login</button>
    <p><a href="/lost?what=name">Forgot Username</a> | <a href="/lost?what=word">Forgot Password</a></p>
    ${firstTime}</main>`;
  find("#f1").focus();
  find("#f1").oninput = () => {
    if (words.captcha && find("#proof").innerHTML === "") {
      find("#proof").innerHTML = `<img alt="CAPTCHA" src="/captcha?now"><br>
         <label class="must">Type the characters you see in the image below
         <input id="f3" placeholder="Enter Characters shown below"></label>`;
    }
  };
  find("#go").onclick = async () => {
    const fields = [...root.querySelectorAll("input")];
    if (fields.some((field) => field.value === "")) {
      find("[role=alert]").textContent = "Please enter the mandatory fields";
      return;
    }
    const [who, secret, seen] = fields.map((field) => field.value);
    const { yes, no } = await ask("POST", "/rest/enter", { who, secret, seen });
    if (yes) {
      location.href = yes;
      return;
    }
    find("#f2").value = "";
    find("#f2").focus();
    if (find("#f3")) find("#f3").value = "";
    find("[role=alert]").textContent = REFUSALS[no];
  };
}

const REFUSALS = {
  wrong: "Invalid Username or Password. Please try again.",
  captcha: "Enter valid Letters shown",
  locked:
    "You have entered a wrong password for 3 consecutive times. Your account has been locked.",
};

function welcome(words) {
  history.replaceState({}, "", words.home);
  frame(
    words,
    ["Dashboard"],
    `<div class="ends"><i>Last logged in on ${TODAY}</i><i>Currently logged in from IP: ${esc(words.from)}</i></div>
     <div class="split"><section><h2>Welcome Second Bakery to GST Common Portal</h2>
       <p>You can navigate to your chosen page through navigation panel given below</p>
       ${list(words.panel, "div", (entry) => `<button>${esc(entry)} ›</button>`)}
       ${words.onward ? `<button>${esc(words.onward)}</button>` : ""}</section>
     <aside><b>Second Bakery</b><br><small>${esc(words.facts[0][1])}</small><br><a class="caps" href="/services/auth/myprofile">View Profile →</a>
       <div><h4>Quick Links</h4>${list(words.ledgers, "p", (entry) => `<a href="/else">${esc(entry)}</a>`)}</div></aside></div>`,
  );
}

const SECTIONS = [
  [
    "Name of the Proprietor / Director(s) / Promoter(s)",
    "A. Baker and B. Baker",
  ],
  ["Nature of Business Activities", "Retail of bread"],
];

function profile(words) {
  const links = words.differs.includes("quick-links-swapped")
    ? [...words.links].reverse()
    : words.links;
  const rows = [];
  for (let at = 0; at < words.facts.length; at += 3) {
    rows.push(words.facts.slice(at, at + 3));
  }
  const panes = {
    Profile: `<table>${list(rows, "tr", (row) => list(row, "td", ([name, fact]) => `<small class="caps">${esc(name)}</small><span>${esc(fact)}</span>`))}</table>
      ${SECTIONS.map(([title, text]) => `<h5><button aria-expanded="false">${esc(title)}</button></h5><div hidden>${esc(text)}</div>`).join("")}`,
  };
  frame(
    words,
    ["Dashboard", "My Profile"],
    `<div class="split profile"><aside><h4>Quick Links</h4>
       ${list(links, "div", (entry) => `<a href="${MENU[entry] ?? "/else"}">${esc(entry)}</a>`)}</aside>
     <section><div role="tablist">${words.tabs.map((tab) => `<button role="tab">${esc(tab)}</button>`).join("")}</div>
       <div id="pane">${panes.Profile}</div></section></div>`,
  );
  root.onclick = ({ target }) => {
    if (target.matches("[role=tab]")) {
      const name = target.textContent;
      find("#pane").innerHTML =
        panes[name] ?? `<p>No entry for ${esc(name)}</p>`;
    }
    if (
      target.matches("[aria-expanded]") &&
      !words.differs.includes("sections-stay-open")
    ) {
      const body = target.parentElement.nextElementSibling;
      body.hidden = !body.hidden;
      target.setAttribute("aria-expanded", String(!body.hidden));
    }
  };
}

async function access(words) {
  const state = await ask("GET", "/rest/access");
  const must = words.differs.includes("no-mark-on-duration") ? "" : "must";
  const options = (minutes) =>
    [[0, "Select"], ...words.periods]
      .map(
        ([number, name]) =>
          `<option value="${number}"${number === minutes ? " selected" : ""}>${name}</option>`,
      )
      .join("");
  frame(
    words,
    ["Dashboard", "My Profile", "Manage API Access"],
    `<output></output>${NOTE}<h3>Manage API Access</h3>
     <div>Enable API Request</div>
     <label><input type="radio" name="on" value="yes"${state.on === true ? " checked" : ""}> Yes</label>
     <label><input type="radio" name="on" value="no"${state.on === false ? " checked" : ""}> No</label>
     <p>Select “Yes” or “No” to enable or disable API access for your GSTIN/UIN/GSTPID</p>
     <div id="how-long"></div><button type="submit">Confirm</button>`,
  );
  const isOn = () => find("[value=yes]").checked;
  const drawPeriods = () => {
    find("#how-long").innerHTML = isOn()
      ? `<label class="${must}" for="f9">Duration</label> <select id="f9">${options(state.minutes)}</select>
         <p>Select duration of your session. Your API session will be active during this duration. After this duration you have to initiate a new session by providing OTP again.</p>`
      : "";
  };
  drawPeriods();
  for (const radio of root.querySelectorAll("[type=radio]")) {
    radio.onchange = drawPeriods;
  }
  find("[type=submit]").onclick = async () => {
    const minutes = Number(find("#f9")?.value ?? 0);
    const { no, on, name } = await ask("POST", "/rest/access", {
      on: isOn(),
      minutes,
    });
    find("output").textContent =
      no ??
      (on
        ? `Your API session will now be active for ${name}. To continue session after ${name} you have to again authenticate using OTP.`
        : "API access has been disabled with immediate effect.");
  };
}

function denied() {
  root.innerHTML = `<main><h3>Access Denied!</h3><p>Your session is expired or you don’t have permission
    to access the requested page. Click <a href="/services/login">here</a> to Login.</p></main>`;
}

async function logout() {
  await ask("POST", "/rest/leave");
  root.innerHTML = `<main><p>You have successfully logged out of GST Portal</p></main>`;
}

async function draw() {
  await wait(60);
  const words = await ask("GET", "/rest/words");
  const { pathname } = location;
  if (pathname === "/") location.replace("/services/login");
  else if (pathname === "/services/login") login(words);
  else if (pathname === "/services/logout") await logout();
  else if (!words.in) denied();
  else if (pathname.endsWith("/manageapiaccess")) await access(words);
  else if (pathname.endsWith("/myprofile")) profile(words);
  else if (pathname.startsWith("/services/auth/")) welcome(words);
  else root.textContent = "There is nothing here.";
}

draw();
