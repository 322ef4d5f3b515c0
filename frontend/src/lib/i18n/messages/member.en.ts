import people from "./people.en";
import catalogue from "./catalogue.en";
import grade from "./grade.en";
import guarded from "./guarded.en";
import offer from "./offer.en";
import demand from "./demand.en";
import points from "./points.en";
import compare from "./compare.en";
import recurring from "./recurring.en";
import table from "./table.en";
import officer from "./officer.en";
import deal from "./deal.en";
import proposal from "./proposal.en";
import contract from "./contract.en";
import line from "./line.en";
import dues from "./dues.en";
import notice from "./notice.en";
import office from "./office.en";
import reason from "./reason.en";
import assisted from "./assisted.en";
import whatIf from "./what-if.en";
import scan from "./scan.en";
import mail from "./mail.en";
import own from "./own.en";
import paper from "./paper.en";
import photo from "./photo.en";
import fault from "./fault.en";
import list from "./import.en";
import search from "./search.en";
import consent from "./consent.en";
import personal from "./personal.en";

/** What only pages behind the sign-in say: it comes with the session. */
export default {
  ...people,
  ...catalogue,
  ...grade,
  ...guarded,
  ...offer,
  ...demand,
  ...points,
  ...compare,
  ...recurring,
  ...table,
  ...officer,
  ...deal,
  ...proposal,
  ...contract,
  ...line,
  ...dues,
  ...notice,
  ...office,
  ...reason,
  ...assisted,
  ...whatIf,
  ...scan,
  ...mail,
  ...own,
  ...paper,
  ...photo,
  ...fault,
  ...list,
  ...search,
  ...consent,
  ...personal,
};
