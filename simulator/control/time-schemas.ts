import * as z from "zod";
import { parseDuration } from "../domain/iso-duration.ts";

/** An ISO 8601 instant; parsed to epoch milliseconds. */
export const instant = z.iso
  .datetime({
    offset: true,
    error: "Must be an instant such as 2026-11-24T09:30:00Z",
  })
  .transform((text) => Date.parse(text))
  .meta({ description: "An ISO 8601 instant, such as 2026-11-24T09:30:00Z" });

/** An ISO 8601 duration that is not negative; parsed to milliseconds. */
export const duration = z
  .string({ error: "Must be a duration such as PT6H or P30D" })
  .transform((text, context) => {
    const milliseconds = parseDuration(text);
    if (milliseconds === undefined) {
      context.addIssue(
        `Must be an ISO 8601 duration in weeks, days, hours, minutes or seconds, such as PT6H or P30D, not "${text.slice(0, 40)}"`,
      );
    } else if (milliseconds < 0) {
      context.addIssue("Must not be negative; PUT /clock can go into the past");
    }
    return milliseconds ?? 0;
  })
  .meta({ description: "An ISO 8601 duration, such as PT6H or P30D" });
