package dev.rampart.ops.explain;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.client.Paths;
import dev.rampart.ops.http.JsonFormat;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.ops.inspect.AccountFeatures;
import dev.rampart.ops.inspect.Hop;
import dev.rampart.ops.inspect.LedgerRecord;
import dev.rampart.ops.inspect.StoreDesk;
import dev.rampart.topology.topics.Nodes;
import java.util.Optional;

/** What the stores hold of an account, whoever owns it. Safe for use by many threads. */
public final class Ledgers {
  private static final int NOT_FOUND = 404;

  private final StoreDesk stores;
  private final ObjectMapper json = JsonFormat.mapper();

  public Ledgers(StoreDesk stores) {
    this.stores = stores;
  }

  /**
   * The ledger of an account as it is now; empty where nothing was ever done to it.
   *
   * @throws ProblemException 503 where it cannot be read now
   */
  public Optional<LedgerRecord> of(String account, Hop hop) {
    return read(Nodes.ACCOUNT_LEDGER, account, hop, LedgerRecord.class);
  }

  /**
   * The ledger around a decision as the account's owner tells it: in numbers, without ids, so that
   * who may not see ids may see it. Empty where this instance is the owner.
   */
  Optional<LedgerStory> storyOfOwner(String account, String event, Hop hop) {
    return stores.askOwner(
        Nodes.ACCOUNT_LEDGER,
        account,
        hop,
        Paths.of("v1", "decisions", event, "ledger"),
        LedgerStory.class);
  }

  /** The features of an account as of its newest event; empty for an unknown account. */
  public Optional<AccountFeatures> features(String account, Hop hop) {
    return read(Nodes.ACCOUNT_FEATURES, account, hop, AccountFeatures.class);
  }

  /** An answer of another instance is a tree, one of this instance is the record itself. */
  private <T> Optional<T> read(String store, String key, Hop hop, Class<T> form) {
    try {
      Object value = stores.get(store, key, hop).value();
      return Optional.of(
          form.isInstance(value) ? form.cast(value) : json.convertValue(value, form));
    } catch (ProblemException problem) {
      if (problem.problem().status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw problem;
    }
  }
}
