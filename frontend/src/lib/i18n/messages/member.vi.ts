import people from "./people.vi";
import catalogue from "./catalogue.vi";
import grade from "./grade.vi";
import guarded from "./guarded.vi";
import offer from "./offer.vi";
import demand from "./demand.vi";
import points from "./points.vi";
import compare from "./compare.vi";
import recurring from "./recurring.vi";
import table from "./table.vi";
import officer from "./officer.vi";
import deal from "./deal.vi";
import proposal from "./proposal.vi";
import contract from "./contract.vi";
import line from "./line.vi";
import dues from "./dues.vi";
import notice from "./notice.vi";
import office from "./office.vi";
import reason from "./reason.vi";
import assisted from "./assisted.vi";
import whatIf from "./what-if.vi";
import scan from "./scan.vi";
import mail from "./mail.vi";
import own from "./own.vi";
import paper from "./paper.vi";
import photo from "./photo.vi";
import fault from "./fault.vi";
import list from "./import.vi";
import search from "./search.vi";
import consent from "./consent.vi";
import personal from "./personal.vi";

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
