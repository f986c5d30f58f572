import { useTitle } from "../../parts/place";
import { CompetitionCards } from "./competition_cards";

export function MyCompetitionsPage() {
  useTitle("My Competitions");
  return (
    <div class="page" data-testid="my-competitions-page">
      <h1 class="visually-hidden">My Competitions</h1>
      <CompetitionCards />
    </div>
  );
}
