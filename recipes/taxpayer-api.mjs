// A client of the taxpayer API: it needs the portal's switch, then an OTP, then a token. The
// plain form of the protocol (no app_key) is shown; taxpayer-api-encrypted.mjs has the other.
import assert from "node:assert/strict";
import { startSimulator } from "gst-portal-simulator";

const simulator = await startSimulator();
const { control } = simulator;
try {
  const taxpayer = await control.taxpayer("never_enabled");
  const refused = await authenticate(taxpayer, { action: "OTPREQUEST" });
  assert.equal(refused.error.error_cd, "AUTH4037", "the switch is off");

  // What a person does on Manage API Access.
  await control.patchTaxpayer("never_enabled", {
    apiAccess: { enabled: true, duration: "30 days" },
  });
  const asked = await authenticate(taxpayer, { action: "OTPREQUEST" });
  assert.equal(asked.status_cd, "1");
  const [message] = await control.messages("never_enabled");
  const login = await authenticate(taxpayer, {
    action: "AUTHTOKEN",
    otp: message?.otp,
  });
  assert.equal(login.status_cd, "1");

  const data = await preference(taxpayer, login.auth_token);
  assert.equal(data.status_cd, "1");
  console.log("The client has a token for", login.expiry, "minutes.");
} finally {
  await simulator.close();
}

/** @param {{ username: string, gstin: string }} taxpayer @param {object} body */
async function authenticate(taxpayer, body) {
  const url = `${simulator.url}/taxpayerapi/v1.0/authenticate`;
  const answer = await fetch(url, {
    method: "POST",
    headers: headersOf(taxpayer),
    body: JSON.stringify({ username: taxpayer.username, ...body }),
  });
  return answer.json();
}

/** @param {{ username: string, gstin: string }} taxpayer @param {string} token */
async function preference(taxpayer, token) {
  const query = `action=GETPREF&gstin=${taxpayer.gstin}&fy=2026-27`;
  const answer = await fetch(
    `${simulator.url}/taxpayerapi/v1.0/returns?${query}`,
    { headers: { ...headersOf(taxpayer), "auth-token": token } },
  );
  return answer.json();
}

/** @param {{ username: string, gstin: string }} taxpayer */
function headersOf({ username, gstin }) {
  return {
    "Content-Type": "application/json",
    clientid: "recipe",
    "client-secret": "recipe",
    "ip-usr": "127.0.0.1",
    "state-cd": gstin.slice(0, 2),
    txn: "RECIPE000000000000000000000000001",
    username,
    gstin,
  };
}
