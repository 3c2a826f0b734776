import { spawnSync } from "node:child_process";

/** The npm that runs this script, and the process just above us: npm itself or, on some systems, a shell between the two. */
export function pidOfNpm(): { shell: number; pid: number } {
  const shell = process.ppid;
  if (process.platform === "win32") return { shell, pid: shell };
  const said = spawnSync("ps", ["-o", "ppid=,args=", "-p", String(shell)], { encoding: "utf8" }).stdout ?? "";
  const [, above, args = ""] = /^\s*(\d+)\s+(.*)$/m.exec(said) ?? [];
  const isShellBetween = /\S*sh -c .*start\.mjs/.test(args);
  return { shell, pid: isShellBetween && above ? Number(above) : shell };
}
