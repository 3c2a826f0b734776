import postgres from "postgres";

/** What somebody does who starts an empty company. */
export const firstSignIn = `Nobody can sign in to the office yet. Make the first administrator with
  npm run user -- --email you@your-company.com --role admin
`;

/** True while no sign-in of the house exists. */
export async function isWithoutStaff(url: string | undefined): Promise<boolean> {
  if (!url) return false;
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [someone] = await sql`select 1 as found from users where role <> 'buyer' limit 1`;
    return !someone;
  } finally {
    await sql.end();
  }
}
