// The taxpayer API as the portal speaks it, encrypted: app key, session key, a sealed answer and
// a sealed request, and a token that is refreshed and then runs out. No waiting: the clock is
// moved. The client is a readable one that comes with the package; yours goes in its place.
import assert from "node:assert/strict";
import { startSimulator } from "gst-portal-simulator";
import { createTaxpayerApiClient } from "gst-portal-simulator/taxpayer-api-client";

const simulator = await startSimulator();
const { control } = simulator;
try {
  const { username, gstin } = await control.putTaxpayer({
    username: "acme",
    apiAccess: { enabled: true, duration: "12 hrs" },
  });
  const client = createTaxpayerApiClient({
    baseUrl: simulator.url,
    username,
    gstin,
  });
  await client.requestOtp();
  const [message] = await control.messages(username);
  const login = await client.authenticate(message?.otp ?? "");
  assert.equal(login.ok, true);

  const preference = await client.getPreference("2026-27");
  assert.equal(preference.ok, true, "the answer could be decrypted");
  const saved = await client.saveReturn("042026", { b2b: [] });
  assert.equal(saved.ok, true, "the request could be decrypted");

  await control.advance("PT5H59M");
  const refreshed = await client.refresh();
  assert.equal(refreshed.ok, true, "no OTP is needed before the 6 hours end");

  await control.advance("PT6H");
  const late = await client.getPreference("2026-27");
  assert.equal(late.ok ? "" : late.code, "AUTH4038", "the token has run out");
  console.log("Logged in, called, refreshed, and was told:", late.message);
} finally {
  await simulator.close();
}
