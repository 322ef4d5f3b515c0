import { Problem, toProblem } from "./problem";

/** Posts a file and says how much of it has left: `fetch` cannot tell. */
export function upload(path: string, file: Blob, progress: (share: number) => void): Promise<void> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => {
      progress(total > 0 ? loaded / total : 0);
    };
    request.onerror = () => {
      fail(new Problem(0, "offline"));
    };
    request.onload = () => {
      if (request.status === 201) done();
      else fail(toProblem(request.status, body(request.responseText), request.getResponseHeader("x-request-id")));
    };
    request.send(file);
  });
}

function body(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
