package dev.rampart.ops.audit;

import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.http.Page;
import java.util.OptionalLong;

/** The audit as a running instance serves it. */
record ServedAudit(OpsClient client) implements AuditSource {
  @Override
  public Page<AuditItem> page(AuditArchive.Question question, OptionalLong before, int limit) {
    StringBuilder path = new StringBuilder("/v1/audit?limit=").append(limit);
    before.ifPresent(cursor -> path.append("&after=").append(cursor));
    question.entity().ifPresent(entity -> path.append("&entity=").append(OpsClient.quoted(entity)));
    question.actor().ifPresent(actor -> path.append("&actor=").append(OpsClient.quoted(actor)));
    return client.page(path.toString(), AuditItem.class);
  }

  @Override
  public Verification verify() {
    return client.get("/v1/audit/verify", Verification.class);
  }
}
