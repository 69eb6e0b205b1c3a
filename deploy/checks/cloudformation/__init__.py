"""A small CloudFormation: change sets, stacks, outputs and exports of several regions."""
