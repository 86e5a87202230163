import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { startWithAnn } from "./harness.ts";

const png = (width: number, height: number) => new Blob([PNG.sync.write(new PNG({ width, height }))]);

describe("files", () => {
  it("takes an uploaded photo and gives the same id for the same bytes", async () => {
    const { upload, ann } = await startWithAnn();
    const first = await upload("sendPhoto", {
      chat_id: "5",
      photo: png(30, 20),
      caption: "<b>a</b>",
      parse_mode: "HTML",
    });
    const named = await upload("sendPhoto", { chat_id: "5", photo: "attach://pic", pic: png(30, 20) });
    expect(first.result?.photo).toMatchObject([{ width: 30, height: 20 }]);
    expect(named.result?.photo).toEqual(first.result?.photo);
    expect(ann.messages()[1]).toMatchObject({ text: "a", caption: "a", photo: { width: 30, height: 20 } });
  });

  it("sends a known file again by its id, and to no other kind", async () => {
    const { upload, call, refusal } = await startWithAnn();
    const { result } = await upload("sendPhoto", { chat_id: "5", photo: png(3, 2) });
    const id = result?.photo?.[0]?.file_id;
    expect((await call("sendPhoto", { chat_id: 5, photo: id })).ok).toBe(true);
    expect(await refusal("sendDocument", { chat_id: 5, document: id })).toBe(
      "Bad Request: can't use file of type Photo as Document",
    );
  });

  it.each([
    ["sendPhoto", {}, "Bad Request: there is no photo in the request"],
    ["sendDocument", {}, "Bad Request: there is no document in the request"],
    ["sendPhoto", { photo: "https://example.com/a.png" }, "Bad Request: failed to get HTTP URL content"],
    ["sendPhoto", { photo: new Blob(["no image"]) }, "Bad Request: IMAGE_PROCESS_FAILED"],
    ["sendPhoto", { photo: png(210, 10) }, "Bad Request: PHOTO_INVALID_DIMENSIONS"],
    ["sendPhoto", { photo: png(1, 1), caption: "a".repeat(1025) }, "Bad Request: message caption is too long"],
    ["sendDocument", { document: new Blob([""]) }, "Bad Request: file must be non-empty"],
  ])("%s with %j is refused", async (method, fields, description) => {
    const { upload } = await startWithAnn();
    expect(await upload(method, { chat_id: "5", ...fields })).toMatchObject({ ok: false, status: 400, description });
  });

  it("hands files out under the token only", async () => {
    const { upload, call, url, token, request } = await startWithAnn();
    const sent = await upload("sendDocument", { chat_id: "5", document: new Blob(["a;b\n1;2"]) });
    const file = await call("getFile", { file_id: sent.result?.document?.file_id });
    const response = await fetch(`${url}/file/bot${token}/${file.result?.file_path}`);
    expect(await response.text()).toBe("a;b\n1;2");
    expect(await request(`/file/bot1:x/${file.result?.file_path}`)).toMatchObject({ status: 401 });
    expect(await request(`/file/bot${token}/nothing`)).toMatchObject({ status: 404 });
  });

  it("refuses to hand out more than 20 MB", async () => {
    const { upload, refusal } = await startWithAnn();
    const big = new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]);
    const sent = await upload("sendDocument", { chat_id: "5", document: big });
    expect(await refusal("getFile", { file_id: sent.result?.document?.file_id })).toBe("Bad Request: file is too big");
  });

  it("changes a photo's caption and a photo for another", async () => {
    const { upload, refusal, ann } = await startWithAnn();
    const { result } = await upload("sendPhoto", { chat_id: "5", photo: png(3, 2), caption: "a" });
    const id = `${result?.message_id}`;
    const target = { chat_id: "5", message_id: id };
    await upload("editMessageCaption", { ...target, caption: "b" });
    expect(ann.last()).toMatchObject({ caption: "b", photo: { width: 3 } });
    const media = JSON.stringify({ type: "photo", media: "attach://new", caption: "c" });
    await upload("editMessageMedia", { ...target, media, new: png(7, 5) });
    expect(ann.last()).toMatchObject({ caption: "c", photo: { width: 7, height: 5 } });
    expect(await refusal("editMessageText", { ...target, text: "x" })).toBe(
      "Bad Request: there is no text in the message to edit",
    );
  });
});
