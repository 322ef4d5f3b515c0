import type { Component } from "svelte";
import Archive from "@lucide/svelte/icons/archive";
import BadgeCheck from "@lucide/svelte/icons/badge-check";
import Ban from "@lucide/svelte/icons/ban";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import FileQuestionMark from "@lucide/svelte/icons/file-question-mark";
import Handshake from "@lucide/svelte/icons/handshake";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Lock from "@lucide/svelte/icons/lock";
import Moon from "@lucide/svelte/icons/moon";
import PackageCheck from "@lucide/svelte/icons/package-check";
import Repeat from "@lucide/svelte/icons/repeat";
import type { CertificateStatus, DemandStatus, OrganisationStatus, PostStatus, RecurringDemandStatus } from "#lib/api/types";
import { grams } from "#lib/format";
import type { PlainKey } from "#lib/i18n";

export type Tone = "grey" | "cham" | "la" | "nghe" | "gac";
/** How a state looks: icon, words and tone always go together. */
export interface Look {
  icon: Component;
  tone: Tone;
  words: PlainKey;
}

const organisationLooks: Record<OrganisationStatus, Look> = {
  submitted: { icon: Hourglass, tone: "cham", words: "state.organisation.submitted" },
  verified: { icon: BadgeCheck, tone: "la", words: "state.organisation.verified" },
  paused: { icon: Moon, tone: "grey", words: "state.organisation.paused" },
  refused: { icon: FileQuestionMark, tone: "nghe", words: "state.organisation.refused" },
  suspended: { icon: Ban, tone: "gac", words: "state.organisation.suspended" },
  closed: { icon: Archive, tone: "grey", words: "state.organisation.closed" },
};

/** The server writes the status as a word; those it knows are drawn here. */
export function organisationStatus(status: string): OrganisationStatus {
  return status in organisationLooks ? (status as OrganisationStatus) : "submitted";
}
export function organisationLook(status: string): Look {
  return organisationLooks[organisationStatus(status)];
}

const certificateLooks: Record<CertificateStatus, Look> = {
  submitted: { icon: Hourglass, tone: "cham", words: "state.certificate.submitted" },
  verified: { icon: BadgeCheck, tone: "la", words: "state.certificate.verified" },
  refused: { icon: Ban, tone: "gac", words: "state.certificate.refused" },
  suspended: { icon: Ban, tone: "gac", words: "state.certificate.suspended" },
};
const expired: Look = { icon: Archive, tone: "grey", words: "state.certificate.expired" };

export function certificateLook(paper: { status: string; expired: boolean }): Look {
  if (paper.expired) return expired;
  return certificateLooks[certificateStatus(paper.status)];
}
export function certificateStatus(status: string): CertificateStatus {
  return status in certificateLooks ? (status as CertificateStatus) : "submitted";
}

const postLook: Record<PostStatus, Look> = {
  open: { icon: CircleCheck, tone: "la", words: "state.post.open" },
  withdrawn: { icon: Archive, tone: "grey", words: "state.post.withdrawn" },
  expired: { icon: Archive, tone: "grey", words: "state.post.expired" },
};

const demandLooks: Record<DemandStatus, Look> = {
  ...postLook,
  filled: { icon: PackageCheck, tone: "la", words: "state.demand.filled" },
  closed: { icon: Lock, tone: "grey", words: "state.demand.closed" },
};

/** An open offer with nothing left is sold. */
export function offerLook(post: { status: PostStatus; kg_left: string }): Look {
  if (post.status === "open" && grams(post.kg_left) === 0) return { icon: PackageCheck, tone: "la", words: "state.offer.sold" };
  return postLook[post.status];
}
/** All of an open demand may be matched before it is under contract. */
export function demandLook(post: { status: DemandStatus; kg_left: string }): Look {
  if (post.status === "open" && grams(post.kg_left) === 0) return { icon: Handshake, tone: "cham", words: "state.demand.matched" };
  return demandLooks[post.status];
}

const recurringLooks: Record<RecurringDemandStatus, Look> = {
  running: { icon: Repeat, tone: "la", words: "state.recurring.running" },
  stopped: { icon: Ban, tone: "grey", words: "state.recurring.stopped" },
  over: { icon: Archive, tone: "grey", words: "state.recurring.over" },
};
export function recurringLook({ status }: { status: RecurringDemandStatus }): Look {
  return recurringLooks[status];
}
