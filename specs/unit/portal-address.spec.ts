import { expect, test } from "@playwright/test";
import { portalAddress } from "../../simulator/control/panel/classroom/address.ts";
import type { Networks } from "../../simulator/control/panel/classroom/address.ts";

const NETWORKS: Networks = {
  lo: [{ address: "127.0.0.1", family: "IPv4", internal: true }],
  usb0: [{ address: "169.254.3.4", family: "IPv4", internal: false }],
  wlan0: [
    { address: "fe80::1", family: "IPv6", internal: false },
    { address: "192.168.1.5", family: "IPv4", internal: false },
  ],
};

test("trainees get the address that the trainer's browser used", () => {
  expect(portalAddress("http://classroom-pc:1707", true, NETWORKS)).toEqual({
    url: "http://classroom-pc:1707",
    isReachable: true,
  });
});

for (const used of [
  "http://127.0.0.1:1707",
  "http://localhost:1707",
  "http://[::1]:1707",
]) {
  test(`where that is ${used} they get this machine's in the network`, () => {
    expect(portalAddress(used, true, NETWORKS)).toEqual({
      url: "http://192.168.1.5:1707",
      isReachable: true,
    });
  });
}

test("where other machines cannot reach the server it is said so", () => {
  expect(portalAddress("http://127.0.0.1:1707", false, NETWORKS)).toEqual({
    url: "http://127.0.0.1:1707",
    isReachable: false,
  });
});

test("where there is no network it is said so", () => {
  expect(portalAddress("https://localhost", true, {})).toEqual({
    url: "https://localhost",
    isReachable: false,
  });
});
