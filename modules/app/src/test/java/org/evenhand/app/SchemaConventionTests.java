package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.ParserOptions;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema as front-end teams read it keeps its conventions, and a crooked one is found out. */
class SchemaConventionTests {

  @Test
  void theSchemaKeepsItsConventions() throws IOException {
    assertThat(SchemaConventions.brokenIn(schema())).isEmpty();
  }

  @Test
  void everyRootFieldSaysWhoMayCallIt() throws IOException {
    assertThat(SchemaConventions.brokenIn(schema()))
        .noneMatch(line -> line.contains("does not say who may call it"));
  }

  @Test
  void whatIsWrongOnPurposeIsFound() {
    TypeDefinitionRegistry crooked =
        parse(
            """
            scalar JSON
            type Query { customers(first: Int): CustomerConnection }
            type Mutation { banCustomer(id: ID!): Boolean matterClose(input: MatterCloseInput!): MatterClosePayload! }
            directive @loose on FIELD_DEFINITION
            type CustomerConnection { edges: [String] }
            type Customer { id: ID! customerId: ID serviceAreaId: ID typeId: String type: Int "A vexatious one." label: String }
            type Matter { matterId: String! customerId: ID customer: Customer! themeId: String theme: Customer }
            extend type Matter { officerId: ID }
            enum Cause { CHASER }
            extend enum Cause { OTHER }
            input BanCustomerInput { why: String }
            """);

    assertThat(SchemaConventions.brokenIn(crooked))
        .contains(
            "JSON: a scalar says where it is specified",
            "JSON: no scalar that holds anything",
            "Query.customers: has no description",
            "Query.customers(first): has no description",
            "Query.customers: does not say who may call it",
            "Mutation.banCustomer: does not say who may call it",
            "Mutation.banCustomer: takes one argument input: BanCustomerInput!",
            "Mutation.banCustomer: returns BanCustomerPayload!",
            "BanCustomerInput: carries an idempotencyKey",
            "CustomerConnection.edges: is [CustomerEdge!]!",
            "MatterCloseInput: is missing",
            "MatterClosePayload: is missing",
            "@loose: has no description",
            "Cause.CHASER: is named \"chaser\"",
            "Cause.OTHER: has no description",
            "Customer.serviceAreaId: objects, not foreign ids",
            "Customer.typeId: objects, not foreign ids",
            "Customer.customerId: objects, not foreign ids",
            "Matter.matterId: objects, not foreign ids",
            "Matter.customerId: objects, not foreign ids",
            "Matter.officerId: objects, not foreign ids",
            "Customer.label: says \"vexatious\"")
        .doesNotContain("Matter.themeId: objects, not foreign ids");
  }

  static TypeDefinitionRegistry schema() throws IOException {
    var whole = new TypeDefinitionRegistry();
    try (var files = Files.list(Path.of(System.getProperty("evenhand.root"), "schema"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".graphqls")).sorted().toList()) {
        whole.merge(parse(Files.readString(file)));
      }
    }
    return whole;
  }

  private static TypeDefinitionRegistry parse(String sdl) {
    return new SchemaParser()
        .parse(new java.io.StringReader(sdl), ParserOptions.getDefaultSdlParserOptions());
  }
}
