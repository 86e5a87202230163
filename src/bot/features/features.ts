import type { BotDeps } from "../deps.ts";
import type { Feature } from "../feature.ts";
import { createBulkFeature } from "./bulk/bulk.ts";
import { createCancelFeature } from "./cancel/cancel.ts";
import { createCardRulesFeature } from "./card-rules/card-rules.ts";
import { createCardSettingsFeature } from "./card-settings/card-settings.ts";
import { createCardsFeature } from "./cards/cards.ts";
import { createCheckFeature } from "./check/check.ts";
import { createCodesFeature } from "./codes/codes.ts";
import { createDepositFeature } from "./deposit/deposit.ts";
import { createDetailsFeature } from "./details/details.ts";
import { createExportFeature } from "./export/export.ts";
import { createFreezeFeature } from "./freeze/freeze.ts";
import { createHelpFeature } from "./help/help.ts";
import { createHistoryFeature } from "./history/history.ts";
import { createHomeFeature } from "./home/home.ts";
import { createIssueFeature } from "./issue/issue.ts";
import { createLeaveFeature } from "./leave/leave.ts";
import { createLockFeature } from "./lock/lock.ts";
import { createNotificationsFeature } from "./notifications/notifications.ts";
import { createOnboardingFeature } from "./onboarding/onboarding.ts";
import { createOperationsFeature } from "./operations/operations.ts";
import { createPanicFeature } from "./panic/panic.ts";
import { createSeedFeature } from "./seed/seed.ts";
import { createSettingsFeature } from "./settings/settings.ts";
import { createShortWaysFeature } from "./short-ways/short-ways.ts";
import { createStatsFeature } from "./stats/stats.ts";
import { createStatusFeature } from "./status/status.ts";
import { createSupportFeature } from "./support/support.ts";
import { createTransferFeature } from "./transfer/transfer.ts";
import { createWalletsFeature } from "./wallets/wallets.ts";

/** Every screen of the bot, in the order in which their texts are offered a plain message. */
export function createFeatures(deps: BotDeps): Feature[] {
  return [
    createLockFeature(deps),
    createSeedFeature(deps),
    createHomeFeature(deps),
    createOnboardingFeature(deps),
    createCardsFeature(deps),
    createCardRulesFeature(deps),
    createCardSettingsFeature(deps),
    createBulkFeature(deps),
    createIssueFeature(deps),
    createTransferFeature(deps),
    createOperationsFeature(deps),
    createHistoryFeature(deps),
    createStatsFeature(deps),
    createDepositFeature(deps),
    createDetailsFeature(deps),
    createCodesFeature(deps),
    createWalletsFeature(deps),
    createSettingsFeature(deps),
    createNotificationsFeature(deps),
    createStatusFeature(deps),
    createHelpFeature(deps.settings.supportUrl),
    createPanicFeature(deps),
    createExportFeature(deps),
    createLeaveFeature(deps),
    createFreezeFeature(deps),
    createSupportFeature(deps),
    createShortWaysFeature(deps),
    createCheckFeature(deps),
    createCancelFeature(),
  ];
}
