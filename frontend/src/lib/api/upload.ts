import { Problem, toProblem } from "./problem";

/** Posts a file and says how much of it has left: `fetch` cannot tell. What was made is the answer. */
function post(path: string, file: Blob, progress: (share: number) => void): Promise<unknown> {
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
      if (request.status === 201) done(body(request.responseText));
      else fail(toProblem(request.status, body(request.responseText), request.getResponseHeader("x-request-id")));
    };
    request.send(file);
  });
}

/** The same; a sign-in that ran out meanwhile is renewed by a read, and the file is sent once more. */
export async function upload(path: string, file: Blob, progress: (share: number) => void, read: () => Promise<unknown>): Promise<unknown> {
  try {
    return await post(path, file, progress);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
    await read();
    return await post(path, file, progress);
  }
}

function body(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
