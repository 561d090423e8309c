import { expect, test } from "../../kit/index.ts";

for (const hours of [1, 2, 3, 4]) {
  test(`a world that is ${hours} h ahead`, async ({
    control,
    request,
    simulator,
  }) => {
    await control.advance(`PT${hours}H`);
    await control.putTaxpayer({ username: "acme", failedLogins: hours });
    const clock = await request.get("/__simulator/clock");
    expect(await clock.json()).toMatchObject({ offset: `PT${hours}H` });
    expect((await control.taxpayer("acme")).failedLogins).toBe(hours);
    expect(await control.taxpayers()).toHaveLength(
      (await control.scenario()).taxpayers.length + 1,
    );
    // For whoever wants to know that it was here.
    await simulator.world("farm").putTaxpayer({ username: `ahead_${hours}` });
  });
}
