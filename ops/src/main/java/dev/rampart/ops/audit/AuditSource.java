package dev.rampart.ops.audit;

import dev.rampart.ops.http.Page;
import java.util.OptionalLong;

/** Where the audit is read: its topic, or the service of a running instance. */
interface AuditSource {
  /** See {@link AuditArchive#page}. */
  Page<AuditItem> page(AuditArchive.Question question, OptionalLong before, int limit);

  /** See {@link AuditArchive#verify}. */
  Verification verify();
}
