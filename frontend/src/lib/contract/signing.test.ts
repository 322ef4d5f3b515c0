import { describe, expect, it, vi } from "vitest";
import type { ContractView, SignBody, SigningCode } from "#lib/api/contracts";
import { Problem } from "#lib/api/problem";
import { Signing, type Signer } from "./signing.svelte";

const contract = { id: "c1", hash: "ab".repeat(32), edition: 2 } as ContractView;
const mailed: SigningCode = {
  method: "email_code",
  sent_to: "h***@htx.example",
  expires_at: "2026-11-21T03:10:00Z",
  again_at: "2026-11-21T03:00:40Z",
};
const fault = (field: string, code: string) => new Problem(422, "invalid", [{ field, code }]);

function signing(api: Partial<Signer>, paper = false): Signing {
  const refuse = () => Promise.reject(new Error("not expected"));
  return new Signing({ get: refuse, sendCode: refuse, sign: refuse, ...api }, contract, paper);
}
function atCode(api: Partial<Signer>): Promise<Signing> {
  const signer = signing({ sendCode: () => Promise.resolve(mailed), ...api });
  signer.password = "mật khẩu dài";
  return signer.ask().then(() => signer);
}

describe("signing", () => {
  it("goes from reading to the password to the code", async () => {
    const signer = signing({ sendCode: () => Promise.resolve(mailed) });
    expect(signer.step(false)).toBe("read");
    expect(signer.step(true)).toBe("password");
    expect(await signer.ask()).toBe(false);
    expect(signer.form.faults).toHaveProperty("password");
    signer.password = "mật khẩu dài";
    await signer.ask();
    expect(signer.step(true)).toBe("code");
    expect(signer.way).toMatchObject({ method: "email_code", sentTo: "h***@htx.example", triesLeft: 5 });
    expect(signer.step(false)).toBe("read");
  });

  it("sends the text that was read, and only with six digits", async () => {
    const sign = vi.fn((_: string, body: SignBody) => Promise.resolve({ ...contract, body }) as unknown as Promise<ContractView>);
    const signer = await atCode({ sign });
    signer.code = "40715";
    expect(await signer.sign()).toBeNull();
    expect(sign).not.toHaveBeenCalled();
    signer.code = "407152";
    expect(await signer.sign()).not.toBeNull();
    expect(sign.mock.calls[0]?.[1]).toEqual({ password: "mật khẩu dài", code: "407152", hash: contract.hash, edition: 2, authority: null });
  });

  it("says how many tries are left after a wrong code, and clears it", async () => {
    const my_code = { again_at: mailed.again_at, expires_at: mailed.expires_at, tries_left: 3 };
    const signer = await atCode({
      sign: () => Promise.reject(fault("code", "code_wrong")),
      get: () => Promise.resolve({ ...contract, my_code }),
    });
    signer.code = "000000";
    expect(await signer.sign()).toBeNull();
    expect(signer.code).toBe("");
    expect(signer.way).toMatchObject({ triesLeft: 3, sentTo: "h***@htx.example" });
    expect(signer.form.faults).toHaveProperty("code");
    expect(signer.step(true)).toBe("code");
  });

  it("counts down by itself when the server cannot be asked", async () => {
    const signer = await atCode({
      sign: () => Promise.reject(fault("code", "code_wrong")),
      get: () => Promise.reject(new Problem(0, "offline")),
    });
    signer.code = "000000";
    await signer.sign();
    expect(signer.way).toMatchObject({ triesLeft: 4 });
  });

  it("goes on with the code that was sent a moment ago", async () => {
    const my_code = { again_at: mailed.again_at, expires_at: mailed.expires_at, tries_left: 5 };
    const signer = signing({
      sendCode: () => Promise.reject(new Problem(409, "code_sent_just_now")),
      get: () => Promise.resolve({ ...contract, my_code }),
    });
    signer.password = "mật khẩu dài";
    await signer.ask();
    expect(signer.step(true)).toBe("code");
    expect(signer.form.failure).toBeNull();
  });

  it("tells a person without mail and authenticator what to do", async () => {
    const signer = signing({ sendCode: () => Promise.reject(new Problem(409, "no_signing_method")) });
    signer.password = "mật khẩu dài";
    await signer.ask();
    expect(signer.noMethod).toBe(true);
    expect(signer.step(true)).toBe("password");
  });

  it("asks for the paper when the signer is not the representative", async () => {
    const signer = await atCode({ sign: () => Promise.reject(fault("authority", "signer_not_representative")) });
    signer.code = "407152";
    await signer.sign();
    expect(signer.paper).toBe(true);
    expect(signer.step(true)).toBe("password");
    expect(await signer.ask()).toBe(false);
    expect(Object.keys(signer.form.faults)).toEqual(["authority.number", "authority.dated"]);
  });

  it("stops when the text is another one by now", async () => {
    const signer = await atCode({
      sign: () => Promise.reject(new Problem(409, "hash_mismatch", [{ field: "hash", code: "hash_mismatch" }])),
    });
    signer.code = "407152";
    await signer.sign();
    expect(signer.changed).toBe(true);
    expect(signer.form.failure).not.toBeNull();
  });
});
