import { expect, type Page, test } from "@playwright/test";

/** What one posting may cost: fields filled and buttons pressed, and what goes over the network to a phone that has the shell. */
interface Most {
  steps: number;
  kilobytes: number;
}

/** Opens a form and does what `fill` does, counting what a person does and what the network carries. */
export async function effort(name: string, page: Page, path: string, most: Most, fill: () => Promise<void>): Promise<void> {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  let bytes = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(path);
  const steps = await page.evaluateHandle(() => {
    const count = { steps: 0 };
    addEventListener("change", () => (count.steps += 1), true);
    addEventListener(
      "click",
      ({ target }) => {
        if (target instanceof Element && target.closest("button, a, [role=option]")) count.steps += 1;
      },
      true,
    );
    return count;
  });
  await fill();
  const cost = { steps: (await steps.jsonValue()).steps, kilobytes: Math.ceil(bytes / 1000) };
  await network.detach();
  test.info().annotations.push({ type: "effort", description: `${name}: ${cost.steps} steps, ${cost.kilobytes} kB` });
  expect(cost.steps, `${name}: steps were counted`).toBeGreaterThan(0);
  expect(cost.steps, `${name}: steps`).toBeLessThanOrEqual(most.steps);
  expect(cost.kilobytes, `${name}: kB over the network`).toBeLessThanOrEqual(most.kilobytes);
}
