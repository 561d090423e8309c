import { runOut } from "../../domain/api-access.ts";
import { fromIstField } from "../../domain/ist.ts";
import type { World } from "../../worlds.ts";
import type { WorldControl } from "../control.ts";
import { Refusal } from "../refusal.ts";

/** What a form of the panel brings along. */
export interface DeedCall {
  readonly world: World;
  readonly control: WorldControl;
  /** A field as text, `""` where it is missing. */
  readonly field: (name: string) => string;
}

/** Something that a person can do on the panel. */
export interface Deed {
  /** What is said when it is done. */
  readonly done: string;
  /** The page it leads back to, below the panel's address; the panel where it is left out. */
  readonly page?: string;
  /** Where on that page. */
  readonly section: string;
  run(call: DeedCall): Promise<unknown>;
}

/** A deed that changes fields of one taxpayer. */
function taxpayerDeed(done: string, fields: (call: DeedCall) => unknown): Deed {
  return {
    done,
    section: "taxpayers",
    run: (call) =>
      call.control.patchTaxpayer(call.field("username"), fields(call)),
  };
}

/** What the panel can do, by the value of its buttons. */
export const DEEDS: Readonly<Record<string, Deed>> = {
  enable: taxpayerDeed("API access is on.", ({ field }) => ({
    apiAccess: { enabled: true, duration: field("duration") },
  })),
  disable: taxpayerDeed("API access is off.", () => ({
    apiAccess: { enabled: false },
  })),
  expire: {
    done: "API access has run out.",
    section: "taxpayers",
    run: ({ world, field }) => {
      const now = world.clock.now();
      return world.portal.editTaxpayer(field("username"), (taxpayer) => ({
        ...taxpayer,
        apiAccess: runOut(taxpayer.apiAccess, now),
      }));
    },
  },
  lock: taxpayerDeed("The account is locked.", () => ({
    locked: true,
    failedLogins: 3,
  })),
  unlock: taxpayerDeed("The account is unlocked.", () => ({ locked: false })),
  "expire-password": taxpayerDeed("The password has expired.", () => ({
    passwordExpired: true,
  })),
  advance: {
    done: "The clock has moved on.",
    section: "clock",
    run: ({ control, field }) => control.advance(field("by")),
  },
  "set-clock": {
    done: "The clock is set.",
    section: "clock",
    run: ({ world, field }) => {
      const instant = fromIstField(field("now"));
      if (instant !== undefined) return world.setNow(instant);
      throw new Refusal(400, {
        message: "The clock needs a date and a time.",
        path: "now",
      });
    },
  },
  "real-time": {
    done: "The clock is on real time.",
    section: "clock",
    run: ({ world }) => world.advance(-world.header.clockOffset),
  },
  "arm-fault": {
    done: "The fault is armed.",
    section: "faults",
    run: ({ control, field }) =>
      control.addFault({
        at: field("at"),
        kind: field("kind"),
        times: Number(field("times")),
        ...(field("status") && { status: Number(field("status")) }),
        ...(field("delay") && { delay: `PT${Number(field("delay"))}S` }),
        ...(field("code") && { code: field("code") }),
      }),
  },
  "clear-faults": {
    done: "All faults are disarmed.",
    section: "faults",
    run: ({ control }) => control.clearFaults(),
  },
  "clear-messages": {
    done: "The messages are gone.",
    section: "messages",
    run: ({ control }) => control.clearMessages(),
  },
  "clear-journal": {
    done: "The journal is empty.",
    section: "journal",
    run: ({ control }) => control.clearJournal(),
  },
  "begin-class": {
    done: "The class can begin.",
    page: "/classroom",
    section: "trainees",
    run: ({ control }) => control.scenario("classroom"),
  },
  "reset-trainee": {
    done: "The trainee begins anew.",
    page: "/classroom",
    section: "trainees",
    run: ({ control, field }) => control.resetTaxpayer(field("username")),
  },
  "reset-class": {
    done: "The whole class begins anew.",
    page: "/classroom",
    section: "trainees",
    run: ({ control }) => control.reset(),
  },
  reset: {
    done: "The world is back in its first state.",
    section: "scenario",
    run: ({ control }) => control.reset(),
  },
  scenario: {
    done: "The world is in another scenario.",
    section: "scenario",
    run: ({ control, field }) => control.scenario(field("name")),
  },
};
