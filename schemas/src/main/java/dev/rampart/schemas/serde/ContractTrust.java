package dev.rampart.schemas.serde;

import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes.LogicalTypeFactory;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * Tells Avro that the classes generated from Rampart's contracts may be made by reflection.
 *
 * <p>Since 1.12.2 Avro makes no class that it was not told to trust, for the whole process: without
 * this even a builder fails on an enum's default. The other ways are a system property that every
 * program and every test would have to set, or a call that every user of a generated class would
 * have to make first. Avro loads its logical types as services before it parses the first schema,
 * which is before any generated class can be used: so this one names a logical type that no
 * contract has, for the sake of being loaded. Only classes of the package of the contracts are
 * added to what is trusted already.
 */
public final class ContractTrust implements LogicalTypeFactory {
  private static final String CONTRACTS = "dev.rampart.schemas";

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getPackageName().equals(CONTRACTS)));
  }

  @Override
  public String getTypeName() {
    return "rampart-contract-trust";
  }

  @Override
  public @Nullable LogicalType fromSchema(Schema schema) {
    return null;
  }
}
