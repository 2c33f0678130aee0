package dev.rampart.ops.access;

import static dev.rampart.ops.access.Permission.AUDIT;
import static dev.rampart.ops.access.Permission.DRAFT;
import static dev.rampart.ops.access.Permission.IDENTIFY;
import static dev.rampart.ops.access.Permission.OPERATE;
import static dev.rampart.ops.access.Permission.PUBLISH;
import static dev.rampart.ops.access.Permission.REVEAL;
import static dev.rampart.ops.access.Permission.VIEW;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is to this installation. */
public enum Role {
  /** Looks on. */
  VIEWER(VIEW),
  /** Works on policies, up to shadow. */
  ANALYST(VIEW, IDENTIFY, REVEAL, DRAFT),
  /** Makes policies act. */
  APPROVER(VIEW, IDENTIFY, REVEAL, DRAFT, PUBLISH, AUDIT),
  /** Runs the installation. */
  OPERATOR(VIEW, IDENTIFY, OPERATE, AUDIT),
  /** May do everything. */
  ADMIN(Permission.values());

  private final ImmutableSet<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions = Sets.immutableEnumSet(Arrays.asList(permissions));
  }

  /** What the role may do, in the order of {@link Permission}. */
  public Set<Permission> permissions() {
    return permissions;
  }

  /** Whether the role may do what needs {@code permission}. */
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** As configuration, JSON and the audit write it: {@code viewer}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that is written so. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
