-- The buttons of a person's page in a chat (Slack's home tab) belong to a row of their own kind.
ALTER TABLE "Delivery" DROP CONSTRAINT "Delivery_class_check";
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_class_check" CHECK ("klass" IN ('digest', 'answer', 'notice', 'home'));
