import type { NetworkInterfaceInfo } from "node:os";
import { isLoopback } from "../../../domain/loopback.ts";

/** The part of Node's `networkInterfaces()` that is looked at. */
export type Networks = Readonly<
  Record<
    string,
    | readonly Pick<NetworkInterfaceInfo, "address" | "family" | "internal">[]
    | undefined
  >
>;

/** The address that trainees are to open, and whether other machines reach it. */
export interface PortalAddress {
  readonly url: string;
  readonly isReachable: boolean;
}

/**
 * The address for trainees: the one that the trainer's browser used. Where that is one of
 * this machine alone, although others may reach the server, it is this machine's first
 * address in a network instead; that of several it is the first is a choice.
 *
 * @param used such as `http://localhost:1707`
 * @param isOpen whether the server listens for other machines
 */
export function portalAddress(
  used: string,
  isOpen: boolean,
  networks: Networks,
): PortalAddress {
  const url = new URL(used);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  if (!isLoopback(host)) return { url: url.origin, isReachable: true };
  const address = isOpen ? networkAddress(networks) : undefined;
  if (address !== undefined) url.hostname = address;
  return { url: url.origin, isReachable: address !== undefined };
}

/** The first IPv4 address that is neither this machine's own nor self-assigned. */
function networkAddress(networks: Networks): string | undefined {
  const all = Object.values(networks).flatMap((network) => network ?? []);
  return all.find(
    ({ family, internal, address }) =>
      family === "IPv4" && !internal && !address.startsWith("169.254."),
  )?.address;
}
