// Somebody opened an invitation's link.
import { useLocation } from "wouter-preact";
import { JoinForm } from "./join_form";

export function JoinPage({ token }: { token: string }) {
  const [, go] = useLocation();
  return <JoinForm token={token} onDone={(id) => go(`/league/${id}`, { replace: true })} />;
}
