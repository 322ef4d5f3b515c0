/** The server keeps no more than this on the long edge; sending more only costs data. */
const LONG_EDGE = 2000;
const QUALITY = 0.85;

/** The size a picture is sent in: as it is, or with its long edge at the bound. */
export function fitted(width: number, height: number, edge = LONG_EDGE): { width: number; height: number } {
  const share = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** A photo drawn small and upright, before it is sent. What the browser cannot read goes as it is: the server says what is wrong. */
export async function shrunk(file: File, edge = LONG_EDGE): Promise<Blob> {
  if (!file.type.startsWith("image/")) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const { width, height } = fitted(picture.width, picture.height, edge);
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const pen = canvas.getContext("2d");
    if (!pen) return file;
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
    picture.close();
    const small = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, "image/jpeg", QUALITY);
    });
    return small && small.size < file.size ? small : file;
  } catch {
    return file;
  }
}
