/// The kinds of people and organizations that a network brings together.
///
/// An organization is of one; a vote is counted by them; workers are counted by them without names.
public enum StakeholderGroup: String, Choice {
  case communityOrganization, union, worker, employerAssociation
  case federalGovernment, provincialGovernment, municipalGovernment, consulate
  case police, academic, legalClinic, health, faithGroup
}
